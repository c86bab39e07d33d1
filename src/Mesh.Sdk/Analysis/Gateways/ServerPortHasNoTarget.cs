using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>The port of a server has no target.</summary>
internal sealed class ServerPortHasNoTarget : Rule<BoundPort>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2513",
        DiagnosticSeverity.Error,
        "targetPort is {0}, and it means nothing in a gateway.",
        "Leave targetPort out; the Service of the gateway maps ports.");

    public override string VectorId => "GW-PORT-TARGET";

    public override void Check(BoundPort value, Place place)
    {
        if (value.Port.TargetPort > 0)
        {
            place.Field("targetPort").Report(Descriptor, value.Port.TargetPort);
        }
    }
}
