using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>All gateways of a mesh, ready for look-up.</summary>
internal sealed class NetworkGateways(IReadOnlyCollection<NetworkGateway> gateways)
{
    private readonly Dictionary<(string Network, string Cluster), EquatableList<NetworkGateway>> _ways = [];
    private readonly Dictionary<(string Network, string Cluster), EquatableList<NetworkGateway>> _single = [];
    private readonly Dictionary<(string Network, string Cluster), EquatableList<NetworkGateway>> _addresses = [];

    public bool IsEmpty => gateways.Count == 0;

    public long ScaleFactor { get; } = MultiNetwork.ScaleFactor(gateways);

    /// <summary>Returns the gateways to an endpoint: those of its network and cluster, else all of its network.</summary>
    public EquatableList<NetworkGateway> To(string network, string cluster)
    {
        if (!_ways.TryGetValue((network, cluster), out EquatableList<NetworkGateway> ways))
        {
            ways = MultiNetwork.GatewaysTo(gateways, network, cluster);
            _ways.Add((network, cluster), ways);
        }

        return ways;
    }

    /// <summary>Returns the gateways to an endpoint, each once.</summary>
    public EquatableList<NetworkGateway> EachTo(string network, string cluster) => Cached(_single, network, cluster, way => way);

    /// <summary>Returns the addresses of the gateways to an endpoint, each once and whatever it belongs to.</summary>
    public EquatableList<NetworkGateway> AddressesTo(string network, string cluster) =>
        Cached(_addresses, network, cluster, way => new NetworkGateway("", "", way.Address, way.Port));

    private EquatableList<NetworkGateway> Cached(
        Dictionary<(string Network, string Cluster), EquatableList<NetworkGateway>> lists, string network, string cluster, Func<NetworkGateway, NetworkGateway> identity)
    {
        if (!lists.TryGetValue((network, cluster), out EquatableList<NetworkGateway> list))
        {
            lists.Add((network, cluster), list = [.. To(network, cluster).Select(identity).Distinct()]);
        }

        return list;
    }
}
