using Mesh.Sdk.Kafka.Replication.Policies;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Replication;

/// <summary>Says what a flow mirrors and how. Whatever is not said keeps Kafka's default. Lives inside the lambda it was given to and no longer.</summary>
public sealed class ReplicationFlowBuilder
{
    private readonly SortedDictionary<string, SettingValue> _settings = new(StringComparer.Ordinal);

    internal ReplicationFlowBuilder()
    {
    }

    /// <summary>Mirrors topics whose whole name matches one of these; Java's regular expressions. By default all.</summary>
    public ReplicationFlowBuilder Topics(params string[] patterns) => With(ConnectorSettings.Topics, patterns);

    /// <summary>Leaves topics out. Replaces Kafka's own list, which names internal topics and replicas.</summary>
    public ReplicationFlowBuilder ExceptTopics(params string[] patterns) => With(ConnectorSettings.TopicsExclude, patterns);

    /// <summary>Translates positions of groups whose whole name matches one of these; Java's regular expressions. By default all.</summary>
    public ReplicationFlowBuilder Groups(params string[] patterns) => With(ConnectorSettings.Groups, patterns);

    /// <summary>Leaves groups out. Replaces Kafka's own list, which names the groups of tools and of Connect.</summary>
    public ReplicationFlowBuilder ExceptGroups(params string[] patterns) => With(ConnectorSettings.GroupsExclude, patterns);

    /// <summary>Names remote topics after their source, parted by a separator.</summary>
    /// <param name="separator">Literal separator, <c>.</c> by default. No alias may hold it.</param>
    public ReplicationFlowBuilder WithDefaultPolicy(string separator = ReplicationPolicy.DefaultSeparator) =>
        With(ConnectorSettings.ReplicationPolicyClass, DefaultReplicationPolicy.Class).With(ConnectorSettings.ReplicationPolicySeparator, separator);

    /// <summary>Keeps the names of topics. Nothing then protects from loops: one direction per topic.</summary>
    public ReplicationFlowBuilder WithIdentityPolicy() => With(ConnectorSettings.ReplicationPolicyClass, IdentityReplicationPolicy.Class);

    /// <summary>Names remote topics by a class of your own, which the workers must have.</summary>
    public ReplicationFlowBuilder WithPolicy(string className) => With(ConnectorSettings.ReplicationPolicyClass, className);

    /// <summary>Commits translated positions for groups that are empty on the target. Off by default.</summary>
    /// <param name="every">How often; whole seconds, 60 s by default.</param>
    public ReplicationFlowBuilder SyncGroupOffsets(TimeSpan? every = null) =>
        With(ConnectorSettings.SyncGroupOffsetsEnabled, true).Optionally(ConnectorSettings.SyncGroupOffsetsIntervalSeconds, every);

    /// <summary>Says how often positions are translated; whole seconds, 60 s by default.</summary>
    public ReplicationFlowBuilder EmitCheckpoints(TimeSpan every) => With(ConnectorSettings.EmitCheckpointsIntervalSeconds, every);

    /// <summary>Says how often heartbeats are emitted on the source; whole seconds, 1 s by default.</summary>
    public ReplicationFlowBuilder EmitHeartbeats(TimeSpan every) => With(ConnectorSettings.EmitHeartbeatsIntervalSeconds, every);

    /// <summary>Emits no heartbeats, so that nothing tells a quiet flow from a dead one.</summary>
    public ReplicationFlowBuilder WithoutHeartbeats() => With(ConnectorSettings.EmitHeartbeatsEnabled, false);

    /// <summary>Says how often settings of topics are copied; whole seconds, 10 min by default.</summary>
    public ReplicationFlowBuilder SyncTopicConfigs(TimeSpan every) => With(ConnectorSettings.SyncTopicConfigsIntervalSeconds, every);

    /// <summary>Copies settings of topics only when a remote topic is created.</summary>
    public ReplicationFlowBuilder WithoutTopicConfigSync() => With(ConnectorSettings.SyncTopicConfigsEnabled, false);

    /// <summary>Says how often ACLs of topics are copied; whole seconds, 10 min by default.</summary>
    public ReplicationFlowBuilder SyncAcls(TimeSpan every) => With(ConnectorSettings.SyncTopicAclsIntervalSeconds, every);

    /// <summary>Copies no ACLs, as where an operator owns them.</summary>
    public ReplicationFlowBuilder WithoutAclSync() => With(ConnectorSettings.SyncTopicAclsEnabled, false);

    /// <summary>Says how often new topics and groups are looked for; whole seconds, 10 min by default.</summary>
    public ReplicationFlowBuilder Refresh(TimeSpan every) =>
        With(ConnectorSettings.RefreshTopicsIntervalSeconds, every).With(ConnectorSettings.RefreshGroupsIntervalSeconds, every);

    /// <summary>Says by how many records a translated position may be off in a busy topic, 100 by default; 0 writes a sync for each record.</summary>
    public ReplicationFlowBuilder WithOffsetLag(long records) => With(ConnectorSettings.OffsetLagMax, records);

    /// <summary>Keeps offset syncs on the target, so that the source is only read. By default they are on the source.</summary>
    public ReplicationFlowBuilder KeepOffsetSyncsOnTarget() => With(ConnectorSettings.OffsetSyncsTopicLocation, "target");

    /// <summary>Sets the replication factor of new remote topics, 2 by default; -1 is the target's default.</summary>
    public ReplicationFlowBuilder WithReplicationFactor(int factor) => With(ConnectorSettings.ReplicationFactor, factor);

    /// <summary>Sets the replication factor of new internal topics, 3 by default; -1 is the default of their cluster.</summary>
    public ReplicationFlowBuilder WithInternalReplicationFactor(int factor) =>
        With(ConnectorSettings.OffsetSyncsTopicReplicationFactor, factor)
            .With(ConnectorSettings.CheckpointsTopicReplicationFactor, factor)
            .With(ConnectorSettings.HeartbeatsTopicReplicationFactor, factor);

    /// <summary>Sets the most tasks of each connector, at least 1, which is the default.</summary>
    public ReplicationFlowBuilder WithTasks(int tasks) => With(ConnectorSettings.TasksMax, tasks);

    /// <summary>Writes records exactly once, or not at all: the workers of the target have to support it.</summary>
    public ReplicationFlowBuilder WriteExactlyOnce() =>
        With(ConnectorSettings.ExactlyOnceSupport, "required").WithConsumer("isolation.level", "read_committed");

    /// <summary>Sets a setting of the producer that writes the mirrored records.</summary>
    public ReplicationFlowBuilder WithProducer(string name, string value) => Set($"producer.override.{name}", value);

    /// <summary>Sets a setting of the consumer that reads the source.</summary>
    public ReplicationFlowBuilder WithConsumer(string name, string value) => Set($"source.consumer.{name}", value);

    /// <summary>Sets a setting of the admin clients of both clusters.</summary>
    public ReplicationFlowBuilder WithAdmin(string name, string value) => Set($"admin.{name}", value);

    /// <summary>Sets any setting of the connectors. Last call wins.</summary>
    /// <param name="setting">One of <see cref="ConnectorSettings"/>.</param>
    /// <param name="value">Value.</param>
    public ReplicationFlowBuilder With<T>(SettingKey<T> setting, T value)
    {
        ArgumentNullException.ThrowIfNull(setting);
        ArgumentNullException.ThrowIfNull(value);
        _settings[setting.Name] = setting.Write(value);
        return this;
    }

    /// <summary>
    /// Takes settings that suit disaster recovery; calls behind it win. They differ from Kafka's defaults so: positions of groups are
    /// committed on the target, every 10 s instead of not at all; checkpoints every 10 s instead of 60 s; new topics and groups are found
    /// within 30 s instead of 10 min; offset syncs are on the target, so that the loss of the source does not take them along; replication
    /// factors are those of the brokers instead of 2 and 3.
    /// </summary>
    public ReplicationFlowBuilder ForDisasterRecovery() =>
        SyncGroupOffsets(TimeSpan.FromSeconds(10))
            .EmitCheckpoints(TimeSpan.FromSeconds(10))
            .Refresh(TimeSpan.FromSeconds(30))
            .KeepOffsetSyncsOnTarget()
            .WithReplicationFactor(-1)
            .WithInternalReplicationFactor(-1);

    internal ReplicationFlow Build(SourceAndTarget direction) =>
        new() { Source = direction.Source, Target = direction.Target, Settings = _settings.ToEquatableMap() };

    private ReplicationFlowBuilder Optionally(SettingKey<TimeSpan> setting, TimeSpan? value) => value is { } set ? With(setting, set) : this;

    private ReplicationFlowBuilder Set(string name, string value)
    {
        _settings[name] = SettingValue.Of(value);
        return this;
    }
}
