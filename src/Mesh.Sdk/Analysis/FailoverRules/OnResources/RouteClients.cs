using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>The namespaces of the proxies that use the routes of a VirtualService, as far as the objects tell.</summary>
internal sealed class RouteClients
{
    private readonly AnalysisContext _context;
    private readonly ClusterIndex<string, (VirtualService Route, Place Place)> _delegating = new();

    private RouteClients(AnalysisContext context)
    {
        _context = context;
        foreach ((VirtualService route, Place place) in context.Each<VirtualService>())
        {
            foreach (HttpRoute? http in (route.Spec?.Http ?? default).Where(http => http is { Delegate.Name.Length: > 0 }))
            {
                string @namespace = http!.Delegate!.Namespace is { Length: > 0 } given ? given : Names.NamespaceOf(place.Key);
                _delegating.Add(place.Key.Cluster, $"{@namespace}/{http.Delegate.Name}", (route, place));
            }
        }
    }

    public static RouteClients Of(AnalysisContext context) => context.Index(static c => new RouteClients(c));

    /// <summary>Gets the namespaces; of sidecars, those of the VirtualService's own namespace stand for all.</summary>
    public SortedSet<string> Of(VirtualService route, Place place) => new(
        IsDelegate(route)
            ? _delegating.Find(place.Key.Cluster, Names.FullName(place.Key)).Where(root => !IsDelegate(root.Route)).SelectMany(root => Proxies(root.Route, root.Place))
            : Proxies(route, place),
        StringComparer.Ordinal);

    private static bool IsDelegate(VirtualService route) => route.Spec is not { Hosts.Count: > 0 };

    private IEnumerable<string> Proxies(VirtualService route, Place place)
    {
        EquatableList<string> gateways = route.Spec?.Gateways ?? default;
        if (gateways.Count == 0 || gateways.Contains(GatewayIndex.Mesh))
        {
            yield return route.Metadata.Namespace ?? "";
        }

        foreach (string gateway in gateways.Where(gateway => gateway is not (null or GatewayIndex.Mesh)))
        {
            string name = Names.FullName(gateway, Names.NamespaceOf(place.Key));
            if (GatewayIndex.Of(_context).Find(place.Key.Cluster, name) is { Spec.Selector.Count: > 0 } found)
            {
                foreach (PodTemplate pod in PodIndex.Of(_context).Select(found.Spec.Selector))
                {
                    yield return pod.Key.Namespace;
                }
            }
        }
    }
}
