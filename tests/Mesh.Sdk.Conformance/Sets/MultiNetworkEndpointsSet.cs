using System.Text.Json;
using System.Text.Json.Nodes;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class MultiNetworkEndpointsSet : IVectorSet
{
    public string Name => "multi-network-endpoints";

    public JsonNode? Compute(VectorCase vector)
    {
        NetworkGateway[] gateways = [.. OwnOrShared(vector, "gateways").EnumerateArray().Select(ReadGateway)];
        IEnumerable<NetworkEndpoint> endpoints = OwnOrShared(vector, "endpoints").EnumerateArray().Select(ReadEndpoint);
        EquatableList<UpstreamHost> hosts = MultiNetwork.Resolve(endpoints, gateways, vector["proxy"].Required("network").Text());
        return new JsonObject
        {
            ["scaleFactor"] = MultiNetwork.ScaleFactor(gateways),
            ["endpoints"] = new JsonArray([.. hosts
                .OrderBy(host => host.Address, StringComparer.Ordinal)
                .ThenBy(host => host.Weight)
                .Select(host => new JsonObject { ["address"] = host.Address, ["weight"] = host.Weight })]),
            ["totalWeight"] = hosts.Sum(host => (long)host.Weight),
        };
    }

    // The order of endpoints is free.
    public JsonNode? Normalize(JsonNode? expected, VectorCase vector)
    {
        if (expected?["endpoints"] is JsonArray endpoints)
        {
            expected["endpoints"] = new JsonArray([.. endpoints
                .Select(endpoint => endpoint!.DeepClone())
                .OrderBy(endpoint => (string?)endpoint["address"], StringComparer.Ordinal)
                .ThenBy(endpoint => (long?)endpoint["weight"])]);
        }

        return expected;
    }

    private static JsonElement OwnOrShared(VectorCase vector, string property) =>
        vector.Input.Optional(property) ?? vector.Fixtures.Required(property);

    private static NetworkGateway ReadGateway(JsonElement gateway) => new(
        gateway.Required("network").Text(), gateway.Required("cluster").Text(), gateway.Required("address").Text());

    private static NetworkEndpoint ReadEndpoint(JsonElement endpoint) => new()
    {
        Host = new() { Address = endpoint.Required("address").Text(), Weight = endpoint.Required("weight").GetUInt32() },
        Network = endpoint.Required("network").Text(),
        Cluster = endpoint.Required("cluster").Text(),
        UsesMutualTls = endpoint.Required("mtls").GetBoolean() && endpoint.Optional("tunnel")?.GetBoolean() is not true,
    };
}
