using System.Text.Json;
using System.Text.Json.Nodes;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Conformance.MirrorMaker;

internal sealed class OffsetTranslationSet : MirrorMakerSet
{
    private const int DefaultPartition = 2;

    public override string Name => "offset-translation";

    public override JsonNode? Compute(VectorCase vector) => vector["kind"].Text() switch
    {
        "offsetSyncStore" => ComputeStore(vector),
        "checkpointTask" => ComputeTask(vector),
        "checkpointTopicName" => Task(vector, new()).TopicOnTarget(vector["topic"].Text()),
        "syncGroupOffsets" => ComputeGroups(vector),
        "offsetSyncDecision" => ComputeDecisions(vector),
        "offsetSyncQueue" => ComputeQueue(vector),
        var kind => throw new FormatException($"The kind '{kind}' is not known."),
    };

    private static JsonArray ComputeStore(VectorCase vector)
    {
        OffsetSyncStore store = new(vector["initializationMustReadToEnd"].GetBoolean());
        AddAll(store, vector["startupSyncs"], Sync);
        if (vector["started"].GetBoolean())
        {
            store.Start();
        }

        JsonArray results = [];
        foreach (JsonElement step in vector["steps"].EnumerateArray())
        {
            TopicPartition partition = new("topic", step.Optional("partition")?.GetInt32() ?? DefaultPartition);
            if (step.Optional("sync") is { } sync)
            {
                store.Add(Sync(sync));
            }
            else if (step.Optional("translate") is { } upstream)
            {
                results.Add((JsonNode?)store.Translate(partition, upstream.GetInt64()));
            }
            else
            {
                results.Add((JsonNode)new JsonArray([.. store.Retained(partition).Select(s => new JsonObject
                {
                    ["index"] = s.Slot,
                    ["upstream"] = s.Sync.UpstreamOffset,
                    ["downstream"] = s.Sync.DownstreamOffset,
                })]));
            }
        }

        return results;
    }

    private static JsonArray ComputeTask(VectorCase vector)
    {
        OffsetSyncStore store = new(vector["initializationMustReadToEnd"].GetBoolean());
        AddAll(store, vector["startupSyncs"], PartitionSync);
        store.Start();
        CheckpointTask task = Task(vector, store);
        task.Remember(vector["knownCheckpoints"].EnumerateArray().Select(c => ReadCheckpoint(c)));
        JsonArray results = [];
        foreach (JsonElement step in vector["steps"].EnumerateArray())
        {
            if (step.Optional("sync") is { } sync)
            {
                store.Add(PartitionSync(sync));
                continue;
            }

            Dictionary<TopicPartition, GroupOffset?> offsets = step.Required("poll").EnumerateObject()
                .ToDictionary(p => TopicPartition.Parse(p.Name), p => p.Value.ValueKind == JsonValueKind.Null ? (GroupOffset?)null : new(p.Value.GetInt64()));
            IReadOnlyList<Checkpoint> checkpoints = task.Poll(step.Required("group").Text(), offsets);
            if (step.Required("record").GetBoolean())
            {
                task.Remember(checkpoints);
            }

            results.Add((JsonNode)new JsonArray([.. checkpoints.OrderBy(Place, StringComparer.Ordinal).Select(Describe)]));
        }

        return results;
    }

    private static JsonObject ComputeGroups(VectorCase vector)
    {
        Dictionary<string, IReadOnlyDictionary<TopicPartition, long?>> empty = vector["emptyTargetGroupOffsets"].EnumerateObject().ToDictionary(
            g => g.Name,
            g => (IReadOnlyDictionary<TopicPartition, long?>)g.Value.EnumerateObject().ToDictionary(
                p => TopicPartition.Parse(p.Name), p => p.Value.ValueKind == JsonValueKind.Null ? (long?)null : p.Value.GetInt64()));
        var plan = GroupOffsetSync.Plan(empty, vector["checkpoints"].EnumerateArray().Select(ReadCheckpoint));
        return new(plan.Select(g => KeyValuePair.Create(
            g.Key,
            (JsonNode?)new JsonObject(g.Value.Select(o => KeyValuePair.Create(o.Key.ToString(), (JsonNode?)JsonValue.Create(o.Value)))))));
    }

    private static JsonArray ComputeDecisions(VectorCase vector)
    {
        OffsetSyncTrigger trigger = new(vector["offsetLagMax"].GetInt64());
        List<bool> decisions = [];
        foreach (JsonElement update in vector["updates"].EnumerateArray())
        {
            decisions.Add(trigger.Update(update.Required("upstream").GetInt64(), update.Required("downstream").GetInt64()));
            if (update.Required("reset").GetBoolean())
            {
                trigger.Reset();
            }
        }

        return Array(decisions);
    }

    private static JsonArray ComputeQueue(VectorCase vector)
    {
        OffsetSyncQueue queue = new(vector["offsetLagMax"].GetInt64());
        JsonArray results = [];
        foreach (JsonElement step in vector["steps"].EnumerateArray())
        {
            if (step.Optional("commit") is { } commit)
            {
                queue.Add(PartitionSync(commit));
            }
            else if (step.Optional("promote") is not null)
            {
                queue.Promote();
            }
            else if (step.Optional("drain") is not null)
            {
                results.Add((JsonNode)Describe(queue.Drain()));
            }
            else
            {
                results.Add((JsonNode)new JsonObject { ["delayed"] = Describe(queue.Delayed), ["pending"] = Describe(queue.Pending) });
            }
        }

        return results;
    }

    private static CheckpointTask Task(VectorCase vector, OffsetSyncStore store) =>
        new(Policy(vector["policy"].Text(), vector["policyConfig"]), new(vector["source"].Text(), vector["target"].Text()), store);

    private static void AddAll(OffsetSyncStore store, JsonElement syncs, Func<JsonElement, OffsetSync> read)
    {
        foreach (JsonElement sync in syncs.EnumerateArray())
        {
            store.Add(read(sync));
        }
    }

    private static OffsetSync Sync(JsonElement pair) => new("topic", DefaultPartition, pair[0].GetInt64(), pair[1].GetInt64());

    private static OffsetSync PartitionSync(JsonElement triple)
    {
        TopicPartition partition = TopicPartition.Parse(triple[0].Text());
        return new(partition.Topic, partition.Partition, triple[1].GetInt64(), triple[2].GetInt64());
    }

    private static Checkpoint ReadCheckpoint(JsonElement checkpoint)
    {
        TopicPartition partition = TopicPartition.Parse(checkpoint.Required("topicPartition").Text());
        return new(
            checkpoint.Required("group").Text(), partition.Topic, partition.Partition, checkpoint.Required("upstream").GetInt64(), checkpoint.Required("downstream").GetInt64(), "");
    }

    private static string Place(Checkpoint checkpoint) => new TopicPartition(checkpoint.Topic, checkpoint.Partition).ToString();

    private static JsonObject Describe(Checkpoint checkpoint) => new()
    {
        ["group"] = checkpoint.Group,
        ["topicPartition"] = Place(checkpoint),
        ["upstream"] = checkpoint.UpstreamOffset,
        ["downstream"] = checkpoint.DownstreamOffset,
    };

    private static JsonArray Describe(IEnumerable<OffsetSync> syncs) =>
        new([.. syncs.Select(s => new JsonArray(new TopicPartition(s.Topic, s.Partition).ToString(), s.UpstreamOffset, s.DownstreamOffset))]);
}
