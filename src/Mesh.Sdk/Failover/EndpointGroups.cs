using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Failover;

/// <summary>Groups endpoints by locality, as a client of a network sees them: specification 3.3 and 3.4.</summary>
public static class EndpointGroups
{
    /// <summary>Returns the groups in the order of their locality text. One whose endpoints can't be reached stays, without hosts.</summary>
    /// <param name="endpoints">Endpoints that the client gets.</param>
    /// <param name="gateways">All gateways of the mesh.</param>
    /// <param name="clientNetwork">Network of the client; may be empty.</param>
    public static EquatableList<EndpointGroup> Of(
        IEnumerable<TrafficEndpoint> endpoints,
        IReadOnlyCollection<NetworkGateway> gateways,
        string clientNetwork)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(gateways);
        return Of(endpoints, new NetworkGateways(gateways), clientNetwork);
    }

    internal static EquatableList<EndpointGroup> Of(IEnumerable<TrafficEndpoint> endpoints, NetworkGateways gateways, string clientNetwork)
    {
        (Locality Locality, NetworkEndpoint[] Endpoints)[] places =
        [
            .. endpoints
                .GroupBy(endpoint => endpoint.Locality)
                .Select(place => (place.Key, place.Select(ToNetworkEndpoint).ToArray()))
                .OrderBy(place => place.Key.ToString(), StringComparer.Ordinal),
        ];
        EndpointGroup[] groups = [.. places.Select(place => new EndpointGroup { Locality = place.Locality }
            .WithHosts(MultiNetwork.Resolve(place.Endpoints, gateways, clientNetwork)))];
        return groups.Count(group => group.Hosts.Any(host => host.IsGateway)) < 2
            ? [.. groups]
            : WithAllBehind(groups, MultiNetwork.GatewaysByAddress(places.SelectMany(place => place.Endpoints), gateways, clientNetwork));
    }

    // A gateway spreads requests over all that it leads to, whichever locality the client chose it for.
    private static EquatableList<EndpointGroup> WithAllBehind(EndpointGroup[] groups, IEnumerable<UpstreamHost> gateways)
    {
        Dictionary<string, UpstreamHost> byAddress = gateways.DistinctBy(host => host.Address).ToDictionary(host => host.Address, StringComparer.Ordinal);
        return groups.Select(group => group with { Hosts = group.Hosts.Select(Whole).ToEquatableList() }).ToEquatableList();

        UpstreamHost Whole(UpstreamHost host) => host.IsGateway && byAddress.TryGetValue(host.Address, out UpstreamHost? all)
            ? host with { ErrorRatio = all.ErrorRatio, ClusterRatios = all.ClusterRatios }
            : host;
    }

    private static NetworkEndpoint ToNetworkEndpoint(TrafficEndpoint endpoint) => new()
    {
        Host = endpoint.ToHost(),
        Network = endpoint.Network,
        Cluster = endpoint.Cluster,
        UsesMutualTls = endpoint.UsesMutualTls,
    };
}
