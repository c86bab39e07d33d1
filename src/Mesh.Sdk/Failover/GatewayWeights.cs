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
        (UpstreamHost Host, long Weight)[] serving = [.. behind.Where(b => b.Host.IsHealthy)];
        (UpstreamHost Host, long Weight)[] spread = serving.Length > 0 ? serving : [.. behind];
        double sum = Math.Max(1, spread.Sum(b => b.Weight));
        return new()
        {
            Address = gateway.Address,
            Weight = MultiNetwork.Clip(Math.Max(1, behind.Sum(b => b.Weight))),
            Labels = TopologyLabels.Enrich([], default, gateway.Cluster, gateway.Network),
            IsGateway = true,
            ErrorRatio = serving.Length == 0 ? 1 : spread.Sum(b => b.Weight * b.Host.ErrorRatio) / sum,
            ClusterRatios = ClusterRatios(spread, sum),
        };
    }

    private static EquatableMap<double> ClusterRatios((UpstreamHost Host, long Weight)[] spread, double sum) =>
        spread
            .SelectMany(b => b.Host.ClusterRatios.Select(c => KeyValuePair.Create(c.Key, c.Value * b.Weight / sum)))
            .GroupBy(c => c.Key, c => c.Value)
            .Select(c => KeyValuePair.Create(c.Key, c.Sum()))
            .ToEquatableMap();
}
