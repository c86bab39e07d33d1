using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Analysis.References;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.GatewayApi;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>The gateways that routes lead from to each service.</summary>
internal sealed class IngressIndex
{
    private readonly AnalysisContext _context;
    private readonly InferredClusters _clusters;
    private readonly Dictionary<string, HashSet<(string Cluster, string Gateway)>> _gateways = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Cluster, EquatableMap<string> Selector), Sender[]> _pods = [];
    private readonly HashSet<string> _ownNamespaced;

    public IngressIndex(AnalysisContext context, InferredClusters clusters)
    {
        (_context, _clusters) = (context, clusters);
        _ownNamespaced = [.. context.Each<Resources.GatewayApi.Gateway>().Select(g => Names.FullName(g.Place.Key))];
        foreach ((VirtualService route, Place place) in context.Each<VirtualService>())
        {
            string @namespace = place.Key.Namespace;
            foreach (string gateway in (route.Spec?.Gateways ?? default).Where(g => g is not (null or GatewayIndex.Mesh)))
            {
                Add(RouteDestinations.Of(route.Spec, place).Select(d => d.Destination.Host), @namespace, place.Key.Cluster, Names.FullName(gateway, @namespace));
            }
        }

        foreach ((HTTPRoute route, Place place) in context.Each<HTTPRoute>())
        {
            string @namespace = place.Key.Namespace;
            foreach (ParentReference parent in (route.Spec?.ParentRefs ?? default).Where(p => p is { Kind: null or "Gateway" }))
            {
                Add(
                    (route.Spec?.Rules ?? default).Where(r => r is not null).SelectMany(r => r.BackendRefs).Where(b => b is { Kind: null or "Service" })
                        .Select(b => b.Namespace is { } other ? $"{b.Name}.{other}.svc.{context.Defaults.Domain}" : b.Name),
                    @namespace,
                    place.Key.Cluster,
                    $"{parent.Namespace ?? @namespace}/{parent.Name}");
            }
        }
    }

    public bool Expose(string host) => _gateways.ContainsKey(host);

    /// <summary>Returns the gateways from which requests reach a host, where they run.</summary>
    public IEnumerable<Sender> To(string host) => !_gateways.TryGetValue(host, out var gateways) ? [] :
        from gateway in gateways
        from cluster in _clusters.All
        where gateway.Cluster.Length == 0 ? cluster.Role == MeshClusterRole.Host : _clusters.HostOf(cluster.Name) == gateway.Cluster
        from pod in PodsOf(cluster.Name, gateway.Cluster, gateway.Gateway)
        select pod;

    private void Add(IEnumerable<string?> hosts, string @namespace, string cluster, string gateway)
    {
        foreach (string host in hosts.OfType<string>())
        {
            string full = HostMatching.Complete(host, @namespace, _context.Defaults.Domain);
            if (!_gateways.TryGetValue(full, out HashSet<(string, string)>? gateways))
            {
                _gateways.Add(full, gateways = []);
            }

            gateways.Add((cluster, gateway));
        }
    }

    // The pods of a gateway are of the platform: where none are told, they are taken to be where its control plane is, and
    // those of the Gateway API in the namespace of the Gateway.
    private Sender[] PodsOf(string cluster, string host, string gateway)
    {
        Istio.Gateway? known = GatewayIndex.Of(_context).Find(host, gateway);
        EquatableMap<string> selector = known?.Spec?.Selector ?? default;
        Sender[] pods = selector.Count == 0 ? [] : Selected(cluster, selector);
        if (pods.Length > 0)
        {
            return pods;
        }

        string @namespace = _ownNamespaced.Contains(gateway) ? gateway.Split('/')[0] : _context.Defaults.RootNamespace;
        bool isHere = host.Length == 0 || cluster == host;
        return isHere && !_clusters.All.Any(c => Selected(c.Name, selector).Length > 0)
            ? [.. _clusters.PlacesOf(cluster).DefaultIfEmpty().Select(p => new Sender(@namespace, gateway, cluster, p))]
            : [];
    }

    private Sender[] Selected(string cluster, EquatableMap<string> selector)
    {
        if (selector.Count == 0)
        {
            return [];
        }

        if (!_pods.TryGetValue((cluster, selector), out Sender[]? pods))
        {
            pods =
            [
                .. from workload in WorkloadIndex.Of(_context).All
                   where workload.Cluster == cluster && workload.AtLeast > 0 && TopologyLabels.Select(selector, workload.Labels)
                   from place in workload.Places.Distinct().DefaultIfEmpty()
                   select new Sender(workload.Namespace, workload.Name, cluster, place),
            ];
            _pods.Add((cluster, selector), pods);
        }

        return pods;
    }
}
