using System.Buffers;
using System.Text.Json;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>
/// A record of Connect's offsets topic: the last record that a source connector has copied of a partition.
/// Source: Apache Kafka, <c>OffsetStorageWriter</c> and <c>MirrorUtils.wrapPartition</c>.
/// </summary>
internal static class ConnectPosition
{
    public static byte[] ToKey(string connector, string cluster, TopicPartition partition) => Write(json =>
    {
        json.WriteStartArray();
        json.WriteStringValue(connector);
        json.WriteStartObject();
        json.WriteString("cluster", cluster);
        json.WriteNumber("partition", partition.Partition);
        json.WriteString("topic", partition.Topic);
        json.WriteEndObject();
        json.WriteEndArray();
    });

    public static byte[] ToValue(long offset) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("offset", offset);
        json.WriteEndObject();
    });

    /// <summary>Reads whose position it is; <see langword="null"/> if it is that of another connector or cluster, or a foreign record.</summary>
    public static TopicPartition? TryReadKey(byte[]? key, string connector, string cluster)
    {
        if (TryParse(key) is not { ValueKind: JsonValueKind.Array } parts || parts.GetArrayLength() != 2 || !IsText(parts[0], connector))
        {
            return null;
        }

        return parts[1].ValueKind == JsonValueKind.Object
            && parts[1].TryGetProperty("cluster", out JsonElement alias) && IsText(alias, cluster)
            && parts[1].TryGetProperty("topic", out JsonElement topic) && topic.ValueKind == JsonValueKind.String
            && parts[1].TryGetProperty("partition", out JsonElement partition) && partition.ValueKind == JsonValueKind.Number && partition.TryGetInt32(out int number)
            ? new(topic.GetString()!, number)
            : null;
    }

    /// <summary>Reads the offset; <see langword="null"/> if the position was deleted, or is malformed.</summary>
    public static long? TryReadValue(byte[]? value) =>
        TryParse(value) is { ValueKind: JsonValueKind.Object } json
        && json.TryGetProperty("offset", out JsonElement offset) && offset.ValueKind == JsonValueKind.Number && offset.TryGetInt64(out long number)
            ? number
            : null;

    private static bool IsText(JsonElement element, string text) => element.ValueKind == JsonValueKind.String && element.ValueEquals(text);

    private static JsonElement? TryParse(byte[]? bytes)
    {
        Utf8JsonReader reader = new(bytes);
        try
        {
            return JsonElement.TryParseValue(ref reader, out JsonElement? element) ? element : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            write(json);
        }

        return bytes.WrittenSpan.ToArray();
    }
}
