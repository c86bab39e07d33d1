using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Policies;

namespace Mesh.Sdk.Kafka.Recovery.Topics;

/// <summary>Where the internal topics of a flow are and what they are called. Source: <c>MirrorConnectorConfig</c>, Apache Kafka 3.9.</summary>
/// <param name="Flow">Flow.</param>
/// <param name="Policy">Its policy.</param>
internal sealed record FlowTopics(ReplicationFlow Flow, ReplicationPolicy Policy)
{
    /// <summary>Gets whether offset syncs are on the target and not on the source.</summary>
    public bool KeepsOffsetSyncsOnTarget => Flow.TextOf("offset-syncs.topic.location") == "target";

    /// <summary>Gets the cluster that offset syncs are on.</summary>
    public string OffsetSyncsCluster => KeepsOffsetSyncsOnTarget ? Flow.Target : Flow.Source;

    /// <summary>Gets the topic of offset syncs, which is named after the other cluster.</summary>
    public string OffsetSyncs => Policy.OffsetSyncsTopic(KeepsOffsetSyncsOnTarget ? Flow.Source : Flow.Target);

    /// <summary>Gets the topic of checkpoints, on the target.</summary>
    public string Checkpoints => Policy.CheckpointsTopic(Flow.Source);

    /// <summary>Gets the topic that heartbeats of the source arrive in, on the target.</summary>
    public string Heartbeats => Policy.FormatRemoteTopic(Flow.Source, ReplicationPolicy.HeartbeatsTopic);

    /// <summary>Returns the name of a topic of the source on the target.</summary>
    public string OnTarget(string topic) => Policy.FormatRemoteTopic(Flow.Source, topic);

    /// <summary>Returns the partition of the target that a partition of the source is copied to.</summary>
    public TopicPartition OnTarget(TopicPartition partition) => partition with { Topic = OnTarget(partition.Topic) };

    /// <summary>Returns the partition of the source that a partition of the target is a copy of.</summary>
    public TopicPartition OnSource(TopicPartition partition) => partition with { Topic = Policy.UpstreamTopic(partition.Topic) ?? partition.Topic };

    /// <summary>Returns what the flow has copied of the source, heartbeats left out, as its copies tell.</summary>
    /// <param name="target">The topics of the target, with the number of their partitions.</param>
    /// <returns>Topics of the source, with the number of partitions of their copies.</returns>
    public IReadOnlyDictionary<string, int> CopiesAmong(IReadOnlyDictionary<string, int> target) => target
        .Where(t => !Policy.IsInternalTopic(t.Key) && !Policy.IsHeartbeatsTopic(t.Key) && Policy.TopicSource(t.Key) == Flow.Source)
        .ToDictionary(t => Policy.UpstreamTopic(t.Key)!, t => t.Value, StringComparer.Ordinal);

    /// <summary>Returns whether the flow would give a partition of the target its name. Checkpoints under other names are of another policy that the flow once had, or foreign.</summary>
    public bool Names(TopicPartition partition) => OnTarget(OnSource(partition)) == partition;

    /// <summary>Says that the checkpoints are missing.</summary>
    public InternalTopicException NoCheckpoints(bool isSourceLost = false) => new(
        Flow.Target,
        Checkpoints,
        isSourceLost
            ? $"The Kafka cluster '{Flow.Source}' can't be reached to ask where groups are, and only checkpoints would tell. Try again when it can; if it is lost, plan with Unplanned(), and choose where groups start with WithoutCheckpoint."
            : $"Let the checkpoint connector of {Flow.Direction} run, or correct the replication policy of the topology, which names the topic.");

    /// <summary>Says that there are no checkpoints among the records.</summary>
    public InternalTopicException UnreadableCheckpoints(int foreign) => new(
        Flow.Target, Checkpoints, foreign, $"Find out what writes there, and let the checkpoint connector of {Flow.Direction} run.");

    /// <summary>Finds a flow of a topology.</summary>
    /// <exception cref="ArgumentException">There is no such flow, or its policy is a class of its own, whose names can't be foretold.</exception>
    public static FlowTopics Of(ReplicationTopology topology, SourceAndTarget direction)
    {
        ReplicationFlow flow = topology.FindFlow(direction.Source, direction.Target)
            ?? throw new ArgumentException($"The topology has no flow {direction}; it has {string.Join(", ", topology.Flows.Select(f => f.Direction))}.", nameof(direction));
        return new(flow, flow.Policy() ?? throw new ArgumentException($"The policy of the flow {direction} is a class of its own, whose names can't be foretold.", nameof(direction)));
    }
}
