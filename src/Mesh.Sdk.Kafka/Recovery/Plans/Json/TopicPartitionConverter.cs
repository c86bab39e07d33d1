using System.Text.Json;
using System.Text.Json.Serialization;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Plans.Json;

/// <summary>A partition as <c>topic-partition</c>.</summary>
internal sealed class TopicPartitionConverter : JsonConverter<TopicPartition>
{
    public override TopicPartition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("A partition is a text, such as orders-0.");
        try
        {
            return TopicPartition.Parse(text);
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, TopicPartition value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
