using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>A recovery point for people and for programs.</summary>
internal static class RecoveryPointFormat
{
    public static string Text(RecoveryPoint point)
    {
        string behind = point.RecordsBehind is { } records ? $"{records} records behind, at most {point.RecordsBehindAtMost}" : "records behind are not known";
        string heartbeat = point.LastHeartbeat is null ? "no heartbeat" : $"last heartbeat {Words.Of(point.HeartbeatAge)} ago";
        return string.Concat(
            $"{point.From}->{point.To}: {point.Health}, {behind}, {heartbeat}\n",
            string.Concat(point.Reasons.Select(r => $"  {r.Health}: {r.Text}\n")),
            string.Concat(point.Groups.Where(g => g.Problem is not null).Select(g => $"  {g.Problem}\n")),
            point.Topics.Count == 0 ? "" : $"\n{Topics(point)}",
            point.Groups.Count == 0 ? "" : $"\n{Groups(point)}");
    }

    public static string Json(RecoveryPoint point)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new() { Indented = true }))
        {
            Tree(point).WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static JsonObject Tree(RecoveryPoint point) => new()
    {
        ["from"] = point.From,
        ["to"] = point.To,
        ["measuredAt"] = point.MeasuredAt,
        ["health"] = point.Health.ToString(),
        ["reasons"] = new JsonArray([.. point.Reasons.Select(r => new JsonObject { ["health"] = r.Health.ToString(), ["text"] = r.Text })]),
        ["recordsBehind"] = point.RecordsBehind,
        ["recordsBehindAtMost"] = point.RecordsBehindAtMost,
        ["bytesBehind"] = point.BytesBehind,
        ["secondsBehind"] = point.TimeBehind?.TotalSeconds,
        ["lastHeartbeat"] = point.LastHeartbeat,
        ["topics"] = new JsonArray([.. point.Topics.Select(Topic)]),
        ["groups"] = new JsonArray([.. point.Groups.Select(Group)]),
    };

    private static string Topics(RecoveryPoint point) => TextTable.Of(
        point.Topics,
        ("Topic", t => t.Topic),
        ("There", t => t.RemoteTopic),
        ("Partitions", t => TextTable.Cell(t.Partitions.Count)),
        ("Behind", t => TextTable.Cell(t.RecordsBehind)),
        ("At Most", t => TextTable.Cell(t.RecordsBehindAtMost)),
        ("Bytes", t => TextTable.Cell(t.BytesBehind)),
        ("Oldest Missing", t => t.OldestMissing is { } oldest ? $"{Words.Of(point.MeasuredAt - oldest)} ago" : "-"),
        ("Last Copied", t => t.LastCopied is { } last ? $"{Words.Of(point.MeasuredAt - last)} ago" : "-"));

    private static string Groups(RecoveryPoint point) => TextTable.Of(
        point.Groups,
        ("Group", g => g.Group),
        ("Partitions", g => TextTable.Cell(g.Partitions.Count)),
        ("No Checkpoint", g => TextTable.Cell(g.Partitions.Count(p => p.Translated is null))),
        ("Repeats", g => g.RepeatsAtMost is { } repeats ? $"<= {repeats}" : "?"),
        ("Loss", g => g.LossAtMost is { } loss ? $"<= {loss}" : "?"),
        ("Checkpoint", g => g.CheckpointAge is { } age ? $"{Words.Of(age)} old" : "-"));

    private static JsonObject Topic(TopicRecoveryPoint topic) => new()
    {
        ["topic"] = topic.Topic,
        ["remoteTopic"] = topic.RemoteTopic,
        ["partitions"] = new JsonArray([.. topic.Partitions.Select(p => new JsonObject
        {
            ["partition"] = p.Partition.Partition,
            ["sourceEnd"] = p.SourceEnd,
            ["targetEnd"] = p.TargetEnd,
            ["copied"] = p.Copied,
            ["recordsBehind"] = p.RecordsBehind,
            ["recordsBehindAtMost"] = p.RecordsBehindAtMost,
            ["bytesBehind"] = p.BytesBehind,
            ["oldestMissing"] = p.OldestMissing,
            ["lastCopied"] = p.LastCopied,
        })]),
    };

    private static JsonObject Group(GroupRecoveryPoint group) => new()
    {
        ["group"] = group.Group,
        ["problem"] = group.Problem,
        ["repeatsAtMost"] = group.RepeatsAtMost,
        ["lossAtMost"] = group.LossAtMost,
        ["partitions"] = new JsonArray([.. group.Partitions.Select(p => new JsonObject
        {
            ["partition"] = p.Partition.ToString(),
            ["committed"] = p.Committed,
            ["translated"] = p.Translated,
            ["reason"] = p.Reason?.ToString(),
            ["repeatsAtMost"] = p.RepeatsAtMost,
            ["lossAtMost"] = p.LossAtMost,
            ["checkpointAgeSeconds"] = p.CheckpointAge?.TotalSeconds,
        })]),
    };
}
