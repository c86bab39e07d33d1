using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>Which settings of clusters and flows Strimzi's objects have in which place.</summary>
internal static class StrimziSettings
{
    public const string WorkerExactlyOnce = "exactly.once.source.support";
    public const string TasksMax = "tasks.max";
    public const string PluginVersion = "connector.plugin.version";

    /// <summary>Fields of a mirror and the settings that they are, for both connectors.</summary>
    public static readonly (string Field, string Setting)[] Patterns =
    [
        ("topicsPattern", "topics"),
        ("topicsExcludePattern", "topics.exclude"),
        ("groupsPattern", "groups"),
        ("groupsExcludePattern", "groups.exclude"),
    ];

    /// <summary>Fields of a target as <c>v1</c>, and the settings that they are.</summary>
    public static readonly (string Field, string Setting, string? Kind)[] Storage =
    [
        ("groupId", "group.id", null),
        ("configStorageTopic", "config.storage.topic", "configs"),
        ("offsetStorageTopic", "offset.storage.topic", "offsets"),
        ("statusStorageTopic", "status.storage.topic", "status"),
    ];

    private static readonly string[] Clients = ["producer.", "consumer.", "admin."];

    /// <summary>Returns the settings of a connector that stand in its <c>config</c>, with those of the clients of both clusters.</summary>
    public static IEnumerable<KeyValuePair<string, SettingValue>> Of(StrimziConnector connector, ReplicationCluster source, ReplicationCluster target) =>
        FlowSettings.For(connector.Flow, connector.Connector)
            .Where(s => s.Key is not (TasksMax or PluginVersion) && !Patterns.Any(p => p.Setting == s.Key))
            .Concat(OfClients("source.", source)).Concat(OfClients("target.", target))
            .DistinctBy(s => s.Key)
            .OrderBy(s => s.Key, StringComparer.Ordinal);

    /// <summary>Returns what a cluster says about clients as connectors take it: behind <c>source.</c> or <c>target.</c></summary>
    public static IEnumerable<KeyValuePair<string, SettingValue>> OfClients(string side, ReplicationCluster cluster) =>
        cluster.Settings.Where(s => Clients.Any(prefix => s.Key.StartsWith(prefix, StringComparison.Ordinal))).Select(s => KeyValuePair.Create(side + s.Key, s.Value));

    /// <summary>Returns the settings of the workers of a cluster that stand in <c>config</c>.</summary>
    public static IEnumerable<KeyValuePair<string, SettingValue>> OfWorkers(ReplicationCluster cluster) =>
        cluster.Settings.Where(s => !StrimziConnection.IsOfConnection(s.Key) && !Storage.Any(f => f.Setting == s.Key));

    /// <summary>Returns group id and topics of the workers of a cluster: as the cluster says, else named after the object.</summary>
    public static IEnumerable<(string Field, string Setting, string Value)> StorageOf(string name, ReplicationCluster? cluster) =>
        from field in Storage
        select (field.Field, field.Setting, cluster?.Settings.GetValueOrDefault(field.Setting)?.Text ?? (field.Kind is null ? name : ResourceNames.StorageTopic(name, field.Kind)));
}
