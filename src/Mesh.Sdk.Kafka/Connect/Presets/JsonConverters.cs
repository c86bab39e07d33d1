using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Connect.Presets;

/// <summary>
/// JSON with its schema in each record: works without a registry, and the JDBC sink needs schemas. Set here, as the worker's converters are for
/// whatever else it runs; those of a worker for MirrorMaker leave bytes as they are.
/// </summary>
internal static class JsonConverters
{
    private const string Class = "org.apache.kafka.connect.json.JsonConverter";

    public static IEnumerable<KeyValuePair<string, SettingValue>> Settings { get; } =
    [
        new("key.converter", SettingValue.Of(Class)),
        new("key.converter.schemas.enable", SettingValue.Of("true")),
        new("value.converter", SettingValue.Of(Class)),
        new("value.converter.schemas.enable", SettingValue.Of("true")),
    ];
}
