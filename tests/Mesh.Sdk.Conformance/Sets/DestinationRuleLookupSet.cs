using System.Text.Json;
using System.Text.Json.Nodes;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class DestinationRuleLookupSet : IVectorSet
{
    public string Name => "destination-rule-lookup";

    public JsonNode? Compute(VectorCase vector)
    {
        MeshDefaults mesh = new() { RootNamespace = vector.Fixtures.Required("rootNamespace").Text() };
        DestinationRuleIndex index = new(vector.Fixtures.Required("rules").EnumerateArray().Select(ReadRule), mesh);
        EquatableMap<string> labels = vector.Input.Optional("clientLabels")?.TextMap() ?? [];
        DestinationRuleMatch? match = index.Find(
            vector["clientNamespace"].Text(), labels, vector["serviceNamespace"].Text(), vector["serviceHost"].Text());
        return new JsonObject
        {
            ["rule"] = match?.Name,
            ["subsets"] = match is null ? null : new JsonArray([.. match.Rule.Spec!.Subsets.Select(subset => JsonValue.Create(subset.Name))]),
        };
    }

    private static DestinationRule ReadRule(JsonElement rule) => new()
    {
        Metadata = new(rule.Required("name").Text(), rule.Required("namespace").Text()),
        Spec = new()
        {
            Host = rule.Required("host").Text(),
            ExportTo = rule.Required("exportTo").TextList(),
            Subsets = rule.Required("subsets").TextList().Select(name => new Subset { Name = name }).ToEquatableList(),
            WorkloadSelector = rule.Optional("workloadSelector")?.ReadTyped(WorkloadSelector.Read),
        },
    };
}
