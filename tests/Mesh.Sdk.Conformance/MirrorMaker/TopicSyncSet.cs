using System.Text.Json;
using System.Text.Json.Nodes;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Filters;
using Mesh.Sdk.Kafka.Replication.Policies;
using Mesh.Sdk.Kafka.Replication.Sync;

namespace Mesh.Sdk.Conformance.MirrorMaker;

internal sealed class TopicSyncSet : MirrorMakerSet
{
    public override string Name => "topic-sync";

    public override JsonNode? Compute(VectorCase vector) => vector["kind"].Text() switch
    {
        "taskAssignment" => ComputeTasks(vector),
        "aclSync" => ComputeAcl(vector),
        "topicConfigSync" => ComputeConfig(vector),
        "topicRefresh" => ComputeRefresh(vector),
        var kind => throw new FormatException($"The kind '{kind}' is not known."),
    };

    private static JsonArray ComputeTasks(VectorCase vector)
    {
        Dictionary<string, string> settings = vector.Input.Optional("connectorConfig") is { } config ? Settings(config) : [];
        IReadOnlyList<TopicPartition> partitions = settings.GetValueOrDefault("enabled") == "false" ? [] : Partitions(vector["partitions"]);
        return Array(TaskAssignment.Assign(partitions, vector["tasksMax"].GetInt32()).Select(task => string.Join(",", task)));
    }

    private static JsonObject ComputeAcl(VectorCase vector)
    {
        JsonElement acl = vector["acl"];
        string Field(string name) => acl.Required(name).Text();
        TopicSelection selection = new(FlowPolicy(vector), TopicFilter(vector.Input.Optional("topicFilter")));
        TopicAcl? copy = new TopicAcl(
            Field("resourceType"), Field("patternType"), Field("name"), Field("principal"), Field("host"), Field("operation"), Field("permission"))
            .OnTarget(selection, Flow(vector));
        return copy is null ? new() { ["replicated"] = false } : new()
        {
            ["replicated"] = true,
            ["targetTopic"] = copy.Name,
            ["targetOperation"] = copy.Operation,
            ["targetPermission"] = copy.Permission,
        };
    }

    private static JsonObject ComputeConfig(VectorCase vector)
    {
        Dictionary<string, string> filter = Settings(vector["filterConfig"]);
        TopicConfigSync sync = new(KafkaFilters.ConfigProperties(filter), filter.GetValueOrDefault("use.defaults.from")?.Trim() == "source");
        TopicConfigEntry[] entries = [.. vector["sourceConfig"].EnumerateArray().Select(Entry)];
        return new()
        {
            ["create"] = Object(sync.OnCreation(entries).Select(e => KeyValuePair.Create(e.Key, e.Value!))),
            ["sync"] = Object(sync.OnSync(entries).Select(e => KeyValuePair.Create(e.Key, e.Value is null ? "DELETE" : $"SET={e.Value}"))),
        };
    }

    private static TopicConfigEntry Entry(JsonElement entry) => new(entry.Required("name").Text(), entry.Required("value").TextOrNull(), entry.Required("source").Text())
    {
        IsReadOnly = entry.Optional("readOnly")?.GetBoolean() ?? false,
        IsSensitive = entry.Optional("sensitive")?.GetBoolean() ?? false,
    };

    private static JsonObject ComputeRefresh(VectorCase vector)
    {
        TopicRefresh refresh = TopicRefresh.Between(
            FlowPolicy(vector),
            Flow(vector),
            Partitions(vector["replicatedSourcePartitions"]),
            Partitions(vector["previouslyKnownSourcePartitions"]),
            Partitions(vector["targetClusterPartitions"]));
        return new()
        {
            ["createTopics"] = Counts(refresh.CreateTopics),
            ["createPartitions"] = Counts(refresh.CreatePartitions),
            ["reconfigureTasks"] = refresh.ReconfiguresTasks,
        };
    }

    private static ReplicationPolicy FlowPolicy(VectorCase vector) => Policy(vector["policy"].Text(), vector["policyConfig"]);

    private static SourceAndTarget Flow(VectorCase vector) => new(vector["source"].Text(), vector["target"].Text());

    private static TopicPartition[] Partitions(JsonElement list) => [.. list.EnumerateArray().Select(p => TopicPartition.Parse(p.Text()))];

    private static JsonObject Counts(IReadOnlyDictionary<string, int> counts) =>
        new(counts.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)JsonValue.Create(c.Value))));
}
