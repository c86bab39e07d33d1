using Mesh.Sdk.Resources;

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
        return endpoints
            .GroupBy(endpoint => endpoint.Locality)
            .OrderBy(group => group.Key.ToString(), StringComparer.Ordinal)
            .Select(group => new EndpointGroup { Locality = group.Key }
                .WithHosts(MultiNetwork.Resolve(group.Select(ToNetworkEndpoint), gateways, clientNetwork)))
            .ToEquatableList();
    }

    private static NetworkEndpoint ToNetworkEndpoint(TrafficEndpoint endpoint) => new()
    {
        Host = endpoint.ToHost(),
        Network = endpoint.Network,
        Cluster = endpoint.Cluster,
        UsesMutualTls = endpoint.UsesMutualTls,
    };
}
