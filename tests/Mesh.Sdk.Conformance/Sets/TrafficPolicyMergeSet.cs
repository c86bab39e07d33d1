using System.Text.Json.Nodes;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class TrafficPolicyMergeSet : IVectorSet
{
    public string Name => "traffic-policy-merge";

    public JsonNode? Compute(VectorCase vector) => TrafficPolicyResolution.Resolve(
        vector["rule"].ReadTyped(TrafficPolicy.Read),
        vector["subset"].ReadTyped(TrafficPolicy.Read),
        vector["port"].ValueKind == System.Text.Json.JsonValueKind.Null ? null : vector["port"].GetInt64())?.ToString();

    // Both sides are compared as types. Settings of other ports say nothing about this one.
    public JsonNode? Normalize(JsonNode? expected, VectorCase vector) =>
        vector["expected"].ReadTyped(TrafficPolicy.Read) is { } policy ? (policy with { PortLevelSettings = default }).ToString() : null;
}
