using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Policies;

namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>Makes checkpoints of the positions of groups on the source. Source: Apache Kafka 3.9, <c>MirrorCheckpointTask</c>.</summary>
/// <param name="policy">Policy of the flow.</param>
/// <param name="flow">Direction.</param>
/// <param name="syncs">Offset syncs of the flow.</param>
public sealed class CheckpointTask(ReplicationPolicy policy, SourceAndTarget flow, OffsetSyncStore syncs)
{
    private readonly Dictionary<(string Group, TopicPartition Partition), Checkpoint> _last = [];

    /// <summary>Takes checkpoints that were emitted, by this task or before it.</summary>
    public void Remember(IEnumerable<Checkpoint> checkpoints)
    {
        ArgumentNullException.ThrowIfNull(checkpoints);
        foreach (Checkpoint checkpoint in checkpoints)
        {
            _last[(checkpoint.Group, new(checkpoint.Topic, checkpoint.Partition))] = checkpoint;
        }
    }

    /// <summary>
    /// Returns the checkpoints to emit now: those that are new, that move the group forward on the target, or that follow it back on the
    /// source. A smaller translation of the same position is held back.
    /// </summary>
    /// <param name="group">Consumer group.</param>
    /// <param name="offsets">What it has committed on the source, by partition; <see langword="null"/> for nothing.</param>
    public IReadOnlyList<Checkpoint> Poll(string group, IReadOnlyDictionary<TopicPartition, GroupOffset?> offsets)
    {
        ArgumentNullException.ThrowIfNull(offsets);
        return
        [
            .. offsets
                .Where(o => o.Value is not null)
                .Select(o => Translate(group, o.Key, o.Value!.Value))
                .OfType<Checkpoint>()
                .Where(IsDue),
        ];
    }

    /// <summary>Returns the name that a checkpoint gives to a topic of the source.</summary>
    public string TopicOnTarget(string topic) =>
        policy.TopicSource(topic) == flow.Target ? policy.OriginalTopic(topic) : policy.FormatRemoteTopic(flow.Source, topic);

    private Checkpoint? Translate(string group, TopicPartition partition, GroupOffset offset) =>
        syncs.Translate(partition, offset.Offset) is { } downstream and >= 0
            ? new(group, TopicOnTarget(partition.Topic), partition.Partition, offset.Offset, downstream, offset.Metadata)
            : null;

    private bool IsDue(Checkpoint checkpoint) =>
        !_last.TryGetValue((checkpoint.Group, new(checkpoint.Topic, checkpoint.Partition)), out Checkpoint? last)
        || checkpoint.UpstreamOffset < last.UpstreamOffset
        || checkpoint.DownstreamOffset > last.DownstreamOffset;
}
