using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>A proxy for unknown destinations needs that they are allowed.</summary>
internal sealed class EgressProxyNeedsAllowAny : Rule<OutboundTrafficPolicy>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2623",
        DiagnosticSeverity.Error,
        "egressProxy is set, but the mode is {0}, so there is no traffic for it.",
        "Set 'mode: ALLOW_ANY', or remove 'egressProxy'.");

    public override void Check(OutboundTrafficPolicy value, Place place)
    {
        if (value.EgressProxy is not null && value.Mode != OutboundTrafficPolicyMode.AllowAny)
        {
            place.Field("egressProxy").Report(Descriptor, EnumText.Of(value.Mode ?? OutboundTrafficPolicyMode.RegistryOnly));
        }
    }
}
