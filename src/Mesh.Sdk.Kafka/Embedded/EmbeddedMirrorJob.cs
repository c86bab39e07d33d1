namespace Mesh.Sdk.Kafka.Embedded;

/// <summary>What a flow does at intervals, and can be told to do at once.</summary>
public enum EmbeddedMirrorJob
{
    /// <summary>Looks for topics, creates remote topics and adds partitions: <c>refresh.topics.interval.seconds</c>.</summary>
    RefreshTopics,

    /// <summary>Copies settings of topics: <c>sync.topic.configs.interval.seconds</c>.</summary>
    SyncTopicConfigs,

    /// <summary>Emits a heartbeat on the source: <c>emit.heartbeats.interval.seconds</c>.</summary>
    EmitHeartbeats,

    /// <summary>Stores positions, and sends the offset syncs that wait for it: <c>offset.flush.interval.ms</c> of the worker.</summary>
    FlushPositions,

    /// <summary>Looks for groups: <c>refresh.groups.interval.seconds</c>.</summary>
    RefreshGroups,

    /// <summary>Translates positions of groups: <c>emit.checkpoints.interval.seconds</c>.</summary>
    EmitCheckpoints,

    /// <summary>Commits translated positions for groups on the target: <c>sync.group.offsets.interval.seconds</c>.</summary>
    SyncGroupOffsets,
}
