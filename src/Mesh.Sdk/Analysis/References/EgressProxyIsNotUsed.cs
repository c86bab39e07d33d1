using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>Fields that Istio ignores are not set.</summary>
internal sealed class EgressProxyIsNotUsed : Rule<InContext<Sidecar>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2891",
        DiagnosticSeverity.Warning,
        "outboundTrafficPolicy.egressProxy is ignored.",
        "Remove it, and route to the egress gateway with a VirtualService.") { IstioCode = "IST0002" };

    public override void Check(InContext<Sidecar> value, Place place)
    {
        if (value.Resource.Spec?.OutboundTrafficPolicy?.EgressProxy is not null)
        {
            place.Field("spec").Field("outboundTrafficPolicy").Field("egressProxy").Report(Descriptor);
        }
    }
}
