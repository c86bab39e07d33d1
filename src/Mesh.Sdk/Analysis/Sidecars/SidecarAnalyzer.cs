using Mesh.Sdk.Analysis.DestinationRules;
using Mesh.Sdk.Analysis.VirtualServices;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>Istio's validation of Sidecar. Source: Istio, <c>pkg/config/validation</c>.</summary>
internal sealed class SidecarAnalyzer : IAnalyzer
{
    private static readonly Rule<NetworkingWorkloadSelector>[] SelectorErrors = [new SidecarSelectorKeyIsGiven(), new SidecarSelectorHasNoWildcard()];
    private static readonly Rule<NetworkingWorkloadSelector>[] SelectorWarnings = [new SidecarSelectorHasLabels()];
    private static readonly Rule<SidecarSpec>[] SpecRules = [new SidecarSetsSomething()];
    private static readonly Rule<OutboundTrafficPolicy>[] OutboundRules = [new EgressProxyNeedsAllowAny()];
    private static readonly Rule<Destination>[] ProxyRules = [new EgressProxyHostIsFqdn(), new EgressProxyHasPort()];

    public IEnumerable<IRule> Rules =>
        [.. SelectorErrors, .. SelectorWarnings, .. SpecRules, .. OutboundRules, .. ProxyRules, .. ListenerChecks.Rules, .. DestinationChecks.Rules];

    public void Analyze(AnalysisContext context)
    {
        foreach ((Sidecar sidecar, Place place) in context.Each<Sidecar>())
        {
            if (sidecar.Spec is { } spec)
            {
                Check(spec, place.Field("spec"));
            }
        }
    }

    // Istio stops after a selector that is no selector, and after a Sidecar that sets nothing.
    private static void Check(SidecarSpec spec, Place place)
    {
        if (spec.WorkloadSelector is { } selector)
        {
            if (place.Field("workloadSelector").Finds(selector, SelectorErrors))
            {
                return;
            }

            place.Field("workloadSelector").Finds(selector, SelectorWarnings);
        }

        if (!place.Finds(spec, SpecRules))
        {
            ListenerChecks.Check(spec.Ingress, place.Field("ingress"));
            ListenerChecks.Check(spec.Egress, place.Field("egress"));
            ConnectionPoolChecks.Check(spec.InboundConnectionPool, place.Field("inboundConnectionPool"));
            Check(spec.OutboundTrafficPolicy, place.Field("outboundTrafficPolicy"));
        }
    }

    private static void Check(OutboundTrafficPolicy? policy, Place place)
    {
        if (policy?.EgressProxy is { } proxy && !place.Finds(policy, OutboundRules))
        {
            place.Field("egressProxy").Finds(proxy, ProxyRules);
            DestinationChecks.Check(proxy, place.Field("egressProxy"));
        }
    }
}
