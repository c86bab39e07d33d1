using System.Text.Json.Nodes;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class TrafficShiftSet : IVectorSet
{
    public string Name => "traffic-shift";

    public double Tolerance => 0.01;

    public JsonNode? Compute(VectorCase vector)
    {
        EquatableList<EndpointGroup> groups = GroupReading.Assign(vector);
        bool usesLocalityWeights = GroupReading.UsesLocalityWeights(vector);
        TrafficShares shares = TrafficShift.Of(groups, usesLocalityWeights, vector["panicThreshold"].GetInt32());
        return new JsonObject
        {
            ["priorityLoad"] = new JsonArray([.. shares.Priorities.LoadPercent.Select(percent => JsonValue.Create(percent))]),
            ["panic"] = new JsonArray([.. shares.Priorities.IsInPanic.Select(panic => JsonValue.Create(panic))]),
            ["localityWeightedLb"] = usesLocalityWeights,
            ["sharePercentByLocality"] = SumBy(shares.Hosts, host => host.Locality?.ToString() ?? ""),
            ["sharePercentByEndpoint"] = SumBy(shares.Hosts, host => host.Host.Address),
            ["failedPercent"] = shares.FailedPercent,
        };
    }

    private static JsonObject SumBy(EquatableList<HostShare> hosts, Func<HostShare, string> key) => new(hosts
        .GroupBy(key, StringComparer.Ordinal)
        .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)group.Sum(host => host.Percent))));
}
