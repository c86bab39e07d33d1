using System.Numerics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Replaces endpoints of other networks by the gateways that lead to them.</summary>
/// <remarks>Source: Istio, <c>EndpointsByNetworkFilter</c> in <c>pilot/pkg/xds</c>; specification 3.4.</remarks>
public static class MultiNetwork
{
    /// <summary>
    /// Returns the factor by which all weights grow, so that gateways can share them evenly: the least common multiple of the
    /// number of gateways of every network, and of every cluster in a network.
    /// </summary>
    /// <returns>At most 4,294,967,295, the largest weight of Envoy; beyond it, shares of gateways are rounded.</returns>
    public static long ScaleFactor(IReadOnlyCollection<NetworkGateway> gateways)
    {
        ArgumentNullException.ThrowIfNull(gateways);
        IEnumerable<int> perNetwork = gateways.GroupBy(g => g.Network).Select(g => g.Count());
        IEnumerable<int> perCluster = gateways.GroupBy(g => (g.Network, g.Cluster)).Select(g => g.Count());
        BigInteger factor = perNetwork.Concat(perCluster)
            .Aggregate(BigInteger.One, (factor, count) => factor * count / BigInteger.GreatestCommonDivisor(factor, count));
        return (long)BigInteger.Min(factor, uint.MaxValue);
    }

    /// <summary>Returns the gateways to an endpoint: those of its network and cluster, else all of its network.</summary>
    public static EquatableList<NetworkGateway> GatewaysTo(IReadOnlyCollection<NetworkGateway> gateways, string network, string cluster)
    {
        ArgumentNullException.ThrowIfNull(gateways);
        NetworkGateway[] ofNetwork = [.. gateways.Where(g => g.Network == network)];
        NetworkGateway[] ofCluster = [.. ofNetwork.Where(g => g.Cluster == cluster)];
        return ofCluster.Length > 0 ? [.. ofCluster] : [.. ofNetwork];
    }

    /// <summary>Returns what a client of a network balances over in one group, endpoints first, then gateways.</summary>
    /// <param name="endpoints">Endpoints of the group.</param>
    /// <param name="gateways">All gateways of the mesh; with none, every endpoint is used directly.</param>
    /// <param name="clientNetwork">Network of the client; may be empty.</param>
    public static EquatableList<UpstreamHost> Resolve(
        IEnumerable<NetworkEndpoint> endpoints,
        IReadOnlyCollection<NetworkGateway> gateways,
        string clientNetwork)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(gateways);
        return Resolve(endpoints, new NetworkGateways(gateways), clientNetwork);
    }

    internal static EquatableList<UpstreamHost> Resolve(IEnumerable<NetworkEndpoint> endpoints, NetworkGateways gateways, string clientNetwork)
    {
        if (gateways.IsEmpty)
        {
            return endpoints.Select(e => e.Host).ToEquatableList();
        }

        NetworkEndpoint[] all = [.. endpoints];
        IEnumerable<UpstreamHost> direct = all
            .Where(e => e.Host.Address.Length > 0 && IsDirect(clientNetwork, e.Network, gateways.To(e.Network, e.Cluster).Count))
            .Select(e => e.Host with { Weight = Scaled(e, gateways) });
        return [.. direct, .. Behind(all, gateways, clientNetwork, gateways.EachTo)];
    }

    /// <summary>Returns one host for each address of a gateway, with all that stands behind it, wherever it is.</summary>
    internal static IEnumerable<UpstreamHost> GatewaysByAddress(IEnumerable<NetworkEndpoint> endpoints, NetworkGateways gateways, string clientNetwork) =>
        Behind(endpoints, gateways, clientNetwork, gateways.AddressesTo);

    internal static bool IsDirect(string clientNetwork, string network, int gateways) =>
        gateways == 0 || network.Length == 0 || network == clientNetwork;

    private static IEnumerable<UpstreamHost> Behind(
        IEnumerable<NetworkEndpoint> endpoints, NetworkGateways gateways, string clientNetwork, Func<string, string, EquatableList<NetworkGateway>> waysTo)
    {
        GatewayWeights behind = new();
        foreach (NetworkEndpoint endpoint in endpoints.Where(e => e.UsesMutualTls))
        {
            if (!IsDirect(clientNetwork, endpoint.Network, gateways.To(endpoint.Network, endpoint.Cluster).Count))
            {
                behind.Add(waysTo(endpoint.Network, endpoint.Cluster), endpoint.Host, Scaled(endpoint, gateways));
            }
        }

        return behind.ToHosts();
    }

    private static uint Scaled(NetworkEndpoint endpoint, NetworkGateways gateways) =>
        Clip(Math.Max(1L, endpoint.Host.Weight) * (Int128)gateways.ScaleFactor);

    internal static uint Clip(Int128 weight) => (uint)Int128.Min(uint.MaxValue, weight);
}
