using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Analysis.References;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A destination that names a subset which some rule has, with the rule that some clients of the route use.</summary>
/// <param name="Host">Full host of the destination.</param>
/// <param name="Subset">The subset.</param>
/// <param name="Namespace">Namespace of the clients.</param>
/// <param name="InUse">The rule that these clients use; <see langword="null"/> if there is none.</param>
/// <param name="Owners">The rules that have the subset.</param>
/// <param name="Place">Place of the destination.</param>
internal sealed record SubsetRoute(string Host, string Subset, string Namespace, DestinationRuleMatch? InUse, RuleView[] Owners, Place Place)
{
    public static IEnumerable<SubsetRoute> Of(VirtualService service, Place place, FailoverModel model, AnalysisContext context)
    {
        SortedSet<string> clients = RouteClients.Of(context).Of(service, place);
        ClusterRules rules = model.In(place.Key.Cluster);
        foreach ((Destination destination, Place at) in clients.Count > 0 ? RouteDestinations.Of(service.Spec, place) : [])
        {
            if (destination is not { Subset: { Length: > 0 } subset, Host: { Length: > 0 } written }
                || !SubsetIndex.Of(context).Has(written, subset, place.Key))
            {
                continue;
            }

            string host = HostMatching.Complete(written, service.Metadata.Namespace ?? "", model.Defaults.Domain);
            RuleView[] owners = [.. rules.Rules.Where(r => r.Host == host && r.Spec.Subsets.Any(s => s?.Name == subset))];
            if (owners.Length > 0 && HostHomes.Of(context).Find(place.Key.Cluster, host) is { } home)
            {
                foreach (string client in clients)
                {
                    yield return new(host, subset, client, rules.Find(client, home, host), owners, at);
                }
            }
        }
    }
}
