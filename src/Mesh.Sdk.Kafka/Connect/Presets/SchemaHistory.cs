using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Connect.Presets;

/// <summary>Where Debezium keeps the history of schemas: a topic of the Kafka cluster of the workers, with clients of its own.</summary>
internal static class SchemaHistory
{
    private const string Prefix = "schema.history.internal.";
    private const string Servers = "bootstrap.servers";

    public static IEnumerable<KeyValuePair<string, SettingValue>> In(ReplicationCluster kafka, string topicPrefix) =>
    [
        new($"{Prefix}kafka.topic", SettingValue.Of($"schema-history.{topicPrefix}")),
        new($"{Prefix}kafka.{Servers}", kafka.Connection()[Servers]),
        .. from client in (string[])["producer", "consumer"]
           from setting in kafka.Connection().ToList()
           where setting.Key != Servers
           select KeyValuePair.Create($"{Prefix}{client}.{setting.Key}", setting.Value),
    ];
}
