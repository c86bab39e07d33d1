using System.Buffers;
using System.Text;
using System.Text.Json;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect.Requests;

/// <summary>What is sent to Connect.</summary>
internal static class ConnectBodies
{
    public static string Config(IEnumerable<KeyValuePair<string, string>> config) => Write(json => Write(json, config));

    public static string Connector(string name, IEnumerable<KeyValuePair<string, string>> config, ConnectState state) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WritePropertyName("config");
        Write(json, config);
        json.WriteString("initial_state", StateText.Of(state));
        json.WriteEndObject();
    });

    public static string Offsets(IEnumerable<ConnectorPosition> positions) => Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("offsets");
        foreach (ConnectorPosition position in positions)
        {
            json.WriteStartObject();
            json.WritePropertyName("partition");
            Write(json, position.Partition);
            json.WritePropertyName("offset");
            Write(json, position.Offset);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, string>> config)
    {
        json.WriteStartObject();
        foreach ((string name, string value) in config)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, UntypedValue value)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (JsonResourceWriter writer = new(buffer))
        {
            value.WriteTo(writer);
        }

        json.WriteRawValue(buffer.WrittenSpan, skipInputValidation: true);
    }

    private static string Write(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
