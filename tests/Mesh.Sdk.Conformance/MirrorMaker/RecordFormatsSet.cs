using System.Text.Json;
using System.Text.Json.Nodes;
using Mesh.Sdk.Kafka.Records;

namespace Mesh.Sdk.Conformance.MirrorMaker;

internal sealed class RecordFormatsSet : MirrorMakerSet
{
    public override string Name => "record-formats";

    public override JsonNode? ExpectedOf(VectorCase vector) => IsBothWays(vector)
        ? new JsonArray(vector["key"].Text(), vector["value"].Text(), JsonComparison.ToNode(vector["fields"]))
        : base.ExpectedOf(vector);

    public override JsonNode? Compute(VectorCase vector)
    {
        byte[] key = Convert.FromHexString(vector["key"].Text());
        byte[] value = Convert.FromHexString(vector["value"].Text());
        JsonNode read = Read(vector["kind"].Text(), key, value) ?? new JsonObject { ["error"] = true };
        if (!IsBothWays(vector))
        {
            return read;
        }

        (key, value) = Write(vector["kind"].Text(), vector["fields"]);
        return new JsonArray(Convert.ToHexStringLower(key), Convert.ToHexStringLower(value), read);
    }

    private static bool IsBothWays(VectorCase vector) => vector["direction"].Text() == "both";

    private static JsonObject? Read(string kind, byte[] key, byte[] value) => kind switch
    {
        "heartbeat" => Heartbeat.TryRead(key, value) is { } h
            ? new() { ["sourceClusterAlias"] = h.SourceAlias, ["targetClusterAlias"] = h.TargetAlias, ["timestamp"] = h.Timestamp }
            : null,
        "checkpoint" => Checkpoint.TryRead(key, value) is { } c
            ? new()
            {
                ["consumerGroupId"] = c.Group,
                ["topic"] = c.Topic,
                ["partition"] = c.Partition,
                ["upstreamOffset"] = c.UpstreamOffset,
                ["downstreamOffset"] = c.DownstreamOffset,
                ["metadata"] = c.Metadata,
            }
            : null,
        "offsetSync" => OffsetSync.TryRead(key, value) is { } s
            ? new() { ["topic"] = s.Topic, ["partition"] = s.Partition, ["upstreamOffset"] = s.UpstreamOffset, ["downstreamOffset"] = s.DownstreamOffset }
            : null,
        _ => throw new FormatException($"The kind '{kind}' is not known."),
    };

    private static (byte[] Key, byte[] Value) Write(string kind, JsonElement fields)
    {
        string Text(string name) => fields.Required(name).Text();
        long Number(string name) => fields.Required(name).GetInt64();
        switch (kind)
        {
            case "heartbeat":
                Heartbeat heartbeat = new(Text("sourceClusterAlias"), Text("targetClusterAlias"), Number("timestamp"));
                return (heartbeat.ToKey(), heartbeat.ToValue());
            case "checkpoint":
                Checkpoint checkpoint = new(
                    Text("consumerGroupId"), Text("topic"), (int)Number("partition"), Number("upstreamOffset"), Number("downstreamOffset"), Text("metadata"));
                return (checkpoint.ToKey(), checkpoint.ToValue());
            default:
                OffsetSync sync = new(Text("topic"), (int)Number("partition"), Number("upstreamOffset"), Number("downstreamOffset"));
                return (sync.ToKey(), sync.ToValue());
        }
    }
}
