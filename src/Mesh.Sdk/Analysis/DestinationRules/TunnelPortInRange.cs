using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The port of a tunnel is a port.</summary>
internal sealed class TunnelPortInRange : Rule<TunnelSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2224",
        DiagnosticSeverity.Error,
        "The target port of the tunnel is {0}, and ports are 1 to 65535.",
        "Set targetPort to a port.");

    public override string VectorId => "TP-TUNNEL-PORT";

    public override void Check(TunnelSettings value, Place place)
    {
        if (!IstioFormats.IsPort(value.TargetPort))
        {
            place.Field("targetPort").Report(Descriptor, value.TargetPort);
        }
    }
}
