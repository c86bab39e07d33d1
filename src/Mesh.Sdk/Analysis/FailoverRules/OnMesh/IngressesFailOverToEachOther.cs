using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Two gateways that are each other's last resort pass a request on until it times out.</summary>
/// <remarks>Source: istio/istio#22534.</remarks>
internal sealed class IngressesFailOverToEachOther : Rule<ServiceView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2112",
        DiagnosticSeverity.Warning,
        "The service '{0}' is exposed at ingress gateways in '{1}' and '{2}', which fail over to each other across networks: when it is down in both, each gateway may send the request to the other one, in a loop.",
        "Fail over in one direction only, put the clusters into one network with InNetwork, or let the east-west gateways see only their own network (ISTIO_META_REQUESTED_NETWORK_VIEW).");

    public override void Check(ServiceView value, Place place)
    {
        TrafficClient[] ingresses = [.. value.Model.Origin.IngressesTo(value.Target)];
        HashSet<(string, string)> pairs = [.. value.Target.Failovers.Select(f => (f.From, f.To))];
        foreach (RegionFailover failover in value.Target.Failovers)
        {
            bool isFirst = string.CompareOrdinal(failover.From, failover.To) < 0;
            if (isFirst && pairs.Contains((failover.To, failover.From)) && AreInDifferentNetworks(ingresses, failover))
            {
                value.Places.Failover(failover.From, failover.To).WithRemedy(value.Advice?.BreakLoop(failover)).Report(Descriptor, value.Target.Name, failover.From, failover.To);
            }
        }
    }

    private static bool AreInDifferentNetworks(TrafficClient[] ingresses, RegionFailover failover) =>
        ingresses.Any(a => a.Locality.Region == failover.From && ingresses.Any(b => b.Locality.Region == failover.To && b.Network != a.Network));
}
