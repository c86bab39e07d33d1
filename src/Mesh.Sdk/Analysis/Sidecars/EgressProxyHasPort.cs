using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>A proxy for outbound traffic has a port.</summary>
internal sealed class EgressProxyHasPort : Rule<Destination>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2625",
        DiagnosticSeverity.Error,
        "egressProxy '{0}' has no port.",
        "Give 'port.number'.");

    public override void Check(Destination value, Place place)
    {
        if (value.Port is null)
        {
            place.Field("port").Report(Descriptor, value.Host);
        }
    }
}
