using System.Text.Json.Nodes;
using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class LocalityAssignmentSet : IVectorSet
{
    public string Name => "locality-assignment";

    public JsonNode? Compute(VectorCase vector)
    {
        bool hasEndpoints = vector["groups"].EnumerateArray().Any(group => group.Optional("endpoints") is not null);
        return new JsonObject
        {
            ["groups"] = new JsonArray([.. GroupReading.Assign(vector).Select(group => ToJson(group, hasEndpoints))]),
            ["localityWeightedLb"] = GroupReading.UsesLocalityWeights(vector),
        };
    }

    private static JsonObject ToJson(EndpointGroup group, bool hasEndpoints)
    {
        JsonObject json = new() { ["locality"] = group.Locality?.ToString(), ["priority"] = group.Priority, ["weight"] = group.Weight };
        if (hasEndpoints)
        {
            json["addresses"] = new JsonArray([.. group.Hosts.Select(host => JsonValue.Create(host.Address))]);
        }

        if (group.IsRemoved)
        {
            json["removed"] = true;
        }

        return json;
    }
}
