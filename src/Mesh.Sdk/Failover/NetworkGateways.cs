using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>All gateways of a mesh, ready for look-up.</summary>
internal sealed class NetworkGateways(IReadOnlyCollection<NetworkGateway> gateways)
{
    private readonly Dictionary<(string Network, string Cluster), EquatableList<NetworkGateway>> _ways = [];

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
}
