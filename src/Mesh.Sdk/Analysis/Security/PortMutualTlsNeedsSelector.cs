using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Ports are those of selected workloads.</summary>
internal sealed class PortMutualTlsNeedsSelector : Rule<PeerAuthenticationSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2660",
        DiagnosticSeverity.Error,
        "portLevelMtls has {0} ports, but no workloads are selected that they could be of.",
        "Give 'selector.matchLabels', or set 'mtls' for the whole namespace.");

    public override void Check(PeerAuthenticationSpec value, Place place)
    {
        if (value.PortLevelMtls.Count > 0 && value.Selector is not { MatchLabels.Count: > 0 })
        {
            place.Field("portLevelMtls").Report(Descriptor, value.PortLevelMtls.Count);
        }
    }
}
