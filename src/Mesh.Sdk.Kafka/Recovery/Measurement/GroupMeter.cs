using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>Measures what a fail-over of now would mean for groups. Pure.</summary>
internal sealed class GroupMeter(FlowTopics topics, FlowReading reading, FlowReader reader, DateTimeOffset now)
{
    private static readonly Dictionary<TopicPartition, long> Nowhere = [];

    private readonly ForwardTranslation _translation = new(topics, reader.History, topics.Flow.Selection()!);

    public GroupRecoveryPoint Measure(string group)
    {
        IReadOnlyDictionary<TopicPartition, long> positions = reading.Positions?.GetValueOrDefault(group) ?? Nowhere;
        Dictionary<TopicPartition, SeenCheckpoint> checkpoints = reader.Checkpoints.Of(group).ToDictionary(c => topics.OnSource(c.Key), c => c.Value);
        TopicPartition[] partitions = [.. positions.Keys.Union(checkpoints.Keys).OrderBy(p => p.Topic, StringComparer.Ordinal).ThenBy(p => p.Partition)];
        return new()
        {
            Group = group,
            Partitions = [.. partitions.Select(p => Measure(p, positions.TryGetValue(p, out long position) ? position : null, checkpoints.GetValueOrDefault(p)))],
            Problem = partitions.Length == 0 ? Unknown(group) : null,
        };
    }

    private string Unknown(string group) => reading.Positions is null
        ? $"The group '{group}' has no checkpoint on {topics.Flow.Target}, and {topics.Flow.Source} can't be reached to ask for its positions."
        : $"The group '{group}' has no position on {topics.Flow.Source} in a topic that the flow mirrors, and no checkpoint on {topics.Flow.Target}.{KnownGroups.Hint(reading.KnownGroups, group)} Check its name; a group is known once it has committed a position.";

    private GroupPartitionRecoveryPoint Measure(TopicPartition partition, long? committed, SeenCheckpoint? checkpoint)
    {
        OffsetRange? there = reading.TargetEnds.TryGetValue(partition, out long end) ? new OffsetRange(0, end) : null;
        PartitionTranslation translation = _translation.Translate(partition, committed, checkpoint, there);
        return new()
        {
            Partition = partition,
            Committed = committed,
            Translated = translation.Position,
            Reason = translation.Reason,
            RepeatsAtMost = translation.RepeatsAtMost,
            LossAtMost = Loss(partition, committed, there?.End),
            CheckpointAge = now - checkpoint?.EmittedAt,
        };
    }

    private long? Loss(TopicPartition partition, long? committed, long? targetEnd)
    {
        if (committed is not { } position || reading.Source is null || !reading.Source.TryGetValue(partition, out OffsetRange source))
        {
            return null;
        }

        CopyState? copied = CopyState.Of(reader.History.Newest(partition), targetEnd, source, hasMarkers: true);
        return CopyState.Behind(source, Math.Max(position, copied?.Certain ?? source.Start));
    }
}
