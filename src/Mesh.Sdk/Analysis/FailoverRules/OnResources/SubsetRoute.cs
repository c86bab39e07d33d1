using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Analysis.References;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A destination that names a subset which some rule has, with the rule that sidecars of the route's namespace use.</summary>
/// <param name="Host">Full host of the destination.</param>
/// <param name="Subset">The subset.</param>
/// <param name="Namespace">Namespace of the route, and of the clients looked at.</param>
/// <param name="InUse">The rule that these clients use; <see langword="null"/> if there is none.</param>
/// <param name="Owners">The rules that have the subset.</param>
/// <param name="Place">Place of the destination.</param>
internal sealed record SubsetRoute(string Host, string Subset, string Namespace, DestinationRuleMatch? InUse, RuleView[] Owners, Place Place)
{
    private const string MeshGateway = "mesh";

    public static IEnumerable<SubsetRoute> Of(VirtualService service, Place place, FailoverModel model, SubsetIndex subsets)
    {
        // Delegates and routes at gateways only are used by clients of other namespaces.
        if (service.Spec is not { Hosts.Count: > 0 } spec || (spec.Gateways.Count > 0 && !spec.Gateways.Contains(MeshGateway)))
        {
            yield break;
        }

        string @namespace = service.Metadata.Namespace ?? "";
        ClusterRules rules = model.In(place.Key.Cluster);
        foreach ((Destination destination, Place at) in RouteDestinations.Of(spec, place))
        {
            if (destination is not { Subset: { Length: > 0 } subset, Host: { Length: > 0 } written } || !subsets.Has(written, subset, place.Key))
            {
                continue;
            }

            string host = HostMatching.Complete(written, @namespace, model.Defaults.Domain);
            RuleView[] owners = [.. rules.Rules.Where(r => r.Host == host && r.Spec.Subsets.Any(s => s?.Name == subset))];
            if (owners.Length > 0 && KubernetesHosts.NamespaceOf(host, model.Defaults.Domain) is { } home)
            {
                yield return new(host, subset, @namespace, rules.Find(@namespace, home, host), owners, at);
            }
        }
    }
}
