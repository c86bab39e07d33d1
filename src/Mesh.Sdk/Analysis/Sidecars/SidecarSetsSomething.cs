using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>A Sidecar sets something.</summary>
internal sealed class SidecarSetsSomething : Rule<SidecarSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2603",
        DiagnosticSeverity.Error,
        "The Sidecar sets nothing.",
        "Give 'egress', 'ingress', 'outboundTrafficPolicy' or 'inboundConnectionPool'.");

    public override void Check(SidecarSpec value, Place place)
    {
        if (value.Egress.Count == 0 && value.Ingress.Count == 0 && value.OutboundTrafficPolicy is null && value.InboundConnectionPool is null)
        {
            place.Report(Descriptor);
        }
    }
}
