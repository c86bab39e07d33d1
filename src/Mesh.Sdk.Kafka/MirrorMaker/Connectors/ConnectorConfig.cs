using System.Buffers;
using System.Text;
using System.Text.Json;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Connectors;

/// <summary>A connector as Kafka Connect is given it.</summary>
public sealed record ConnectorConfig
{
    /// <summary>Gets the name, such as <c>aws->gke.MirrorSourceConnector</c>. In an address it has to be escaped.</summary>
    public required string Name { get; init; }

    /// <summary>Gets which of the three connectors it is.</summary>
    public required MirrorConnector Connector { get; init; }

    /// <summary>Gets the direction that it is configured with.</summary>
    public required SourceAndTarget Direction { get; init; }

    /// <summary>Gets the Kafka cluster that the Connect workers must be attached to: the target, as workers write to their own cluster.</summary>
    public string ConnectCluster => Direction.Target;

    /// <summary>Gets the settings by name.</summary>
    public required EquatableMap<SettingValue> Settings { get; init; }

    /// <summary>Returns the settings as Connect takes them, with references where secrets stand.</summary>
    /// <param name="secrets">What looks secrets up on the workers; by default folders below <c>/etc/kafka/secrets</c>.</param>
    public IReadOnlyDictionary<string, string> ToSettings(SecretProvider? secrets = null) =>
        new SettingMap(Settings.Select(s => KeyValuePair.Create(s.Key, s.Value.Write((secrets ?? SecretProvider.Directories).Write))));

    /// <summary>Returns <c>{"name": …, "config": {…}}</c>, indented, with the settings in ordinal order.</summary>
    /// <param name="secrets">What looks secrets up on the workers; by default folders below <c>/etc/kafka/secrets</c>.</param>
    public string ToJson(SecretProvider? secrets = null)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("name", Name);
            json.WriteStartObject("config");
            foreach ((string name, string value) in ToSettings(secrets))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }
}
