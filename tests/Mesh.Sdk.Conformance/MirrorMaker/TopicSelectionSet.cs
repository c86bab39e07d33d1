using System.Text.Json;
using System.Text.Json.Nodes;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Filters;
using Mesh.Sdk.Kafka.Replication.Policies;

namespace Mesh.Sdk.Conformance.MirrorMaker;

internal sealed class TopicSelectionSet : MirrorMakerSet
{
    public override string Name => "topic-selection";

    public override JsonNode? ExpectedOf(VectorCase vector) => vector.Input.Optional("expectCycle") is { } cycle
        ? new JsonArray(base.ExpectedOf(vector), JsonComparison.ToNode(cycle))
        : base.ExpectedOf(vector);

    public override JsonNode? Compute(VectorCase vector)
    {
        IEnumerable<string> names = [.. vector["names"].TextList()];
        return vector["kind"].Text() switch
        {
            "topicFilter" => Array(names.Select(KafkaFilters.Topics(Settings(vector["config"])).Admits)),
            "groupFilter" => Array(names.Select(KafkaFilters.Groups(Settings(vector["config"])).Admits)),
            "configFilter" => Array(names.Select(KafkaFilters.ConfigProperties(Settings(vector["config"])).Admits)),
            "shouldReplicate" => ComputeFlow(vector, names),
            var kind => throw new FormatException($"The kind '{kind}' is not known."),
        };
    }

    private static JsonArray ComputeFlow(VectorCase vector, IEnumerable<string> names)
    {
        string target = vector["target"].Text();
        ReplicationPolicy policy = Policy(vector["policy"].Text(), vector["policyConfig"]);
        TopicSelection selection = new(policy, TopicFilter(vector["topicFilter"]), vector["heartbeatsReplicationEnabled"].GetBoolean());
        JsonArray mirrored = Array(names.Select(name => selection.Decide(name, target) == TopicOutcome.Mirrored));
        return vector.Input.TryGetProperty("expectCycle", out JsonElement _)
            ? new JsonArray(mirrored, Array(names.Select(name => policy.IsCycle(name, target))))
            : mirrored;
    }
}
