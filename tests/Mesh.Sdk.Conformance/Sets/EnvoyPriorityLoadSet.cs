using System.Text.Json;
using System.Text.Json.Nodes;
using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class EnvoyPriorityLoadSet : IVectorSet
{
    public string Name => "envoy-priority-load";

    public JsonNode? Compute(VectorCase vector)
    {
        PriorityHosts[] priorities = [.. vector["priorities"].EnumerateArray().Select(ReadPriority)];
        PriorityLoad load = PriorityLoad.Of(priorities, vector["panicThreshold"].GetInt32(), vector["overprovisioningFactor"].GetInt32());
        return new JsonObject
        {
            ["healthyLoad"] = new JsonArray([.. load.HealthyLoadPercent.Select(percent => JsonValue.Create(percent))]),
            ["degradedLoad"] = new JsonArray([.. load.DegradedLoadPercent.Select(percent => JsonValue.Create(percent))]),
            ["panic"] = new JsonArray([.. load.IsInPanic.Select(panic => JsonValue.Create(panic))]),
            ["normalizedTotalAvailability"] = load.NormalizedTotalAvailabilityPercent,
        };
    }

    private static PriorityHosts ReadPriority(JsonElement priority) => new(
        priority.Required("hosts").GetInt32(),
        priority.Required("healthy").GetInt32(),
        priority.Optional("degraded")?.GetInt32() ?? 0,
        priority.Optional("excluded")?.GetInt32() ?? 0);
}
