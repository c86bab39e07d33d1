using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Collects what stands behind each gateway of a group.</summary>
internal sealed class GatewayWeights
{
    private readonly Dictionary<NetworkGateway, List<(UpstreamHost Host, long Weight)>> _behind = [];

    public void Add(EquatableList<NetworkGateway> gateways, UpstreamHost host, uint weight)
    {
        foreach (NetworkGateway gateway in gateways)
        {
            if (!_behind.TryGetValue(gateway, out List<(UpstreamHost, long)>? hosts))
            {
                _behind.Add(gateway, hosts = []);
            }

            hosts.Add((host, weight / gateways.Count));
        }
    }

    public IEnumerable<UpstreamHost> ToHosts() =>
        _behind.OrderBy(pair => pair.Key.Address, StringComparer.Ordinal).Select(pair => ToHost(pair.Key, pair.Value));

    private static UpstreamHost ToHost(NetworkGateway gateway, List<(UpstreamHost Host, long Weight)> behind)
    {
        bool isServing = behind.Exists(b => b.Host.IsHealthy);
        Dictionary<string, double> byCluster = new(StringComparer.Ordinal);
        double sum = 0;
        double errors = 0;
        long all = 0;
        foreach ((UpstreamHost host, long weight) in behind)
        {
            all += weight;
            if (host.IsHealthy || !isServing)
            {
                sum += weight;
                errors += weight * host.ErrorRatio;
                foreach ((string cluster, double ratio) in host.ClusterRatios.AsSpan())
                {
                    byCluster[cluster] = byCluster.GetValueOrDefault(cluster) + (weight * ratio);
                }
            }
        }

        return new()
        {
            Address = gateway.Address,
            Weight = MultiNetwork.Clip(Math.Max(1, all)),
            Labels = TopologyLabels.Enrich([], default, gateway.Cluster, gateway.Network),
            IsGateway = true,
            ErrorRatio = isServing ? errors / Math.Max(1, sum) : 1,
            ClusterRatios = byCluster.Select(c => KeyValuePair.Create(c.Key, c.Value / Math.Max(1, sum))).ToEquatableMap(),
        };
    }
}
