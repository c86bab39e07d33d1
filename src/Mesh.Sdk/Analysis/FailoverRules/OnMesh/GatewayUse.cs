using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Collects the clusters that clients of other networks reach through a gateway, with the services behind it.</summary>
internal sealed class GatewayUse(MeshModel model)
{
    private readonly List<MeshCluster> _clusters = [];
    private readonly Dictionary<string, List<string>> _services = new(StringComparer.Ordinal);

    public IEnumerable<GatewayView> Views =>
        from cluster in _clusters
        let place = model.Origin.GatewaysOf(cluster)
        where place is not null
        select new GatewayView(cluster, [.. _services[cluster.Name].Distinct()], place.Value);

    public void Add(ServiceView service)
    {
        foreach (string name in service.IsRelevant ? service.ClustersBehindGateways : [])
        {
            if (model.Clusters.TryGetValue(name, out MeshCluster? cluster))
            {
                if (!_services.TryGetValue(name, out List<string>? services))
                {
                    _services.Add(name, services = []);
                    _clusters.Add(cluster);
                }

                services.Add(service.Target.Name);
            }
        }
    }
}
