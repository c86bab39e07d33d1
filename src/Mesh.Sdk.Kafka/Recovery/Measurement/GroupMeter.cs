using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>Measures what the loss of the source would mean for groups: from then on, only checkpoints tell where they go on. Pure.</summary>
internal sealed class GroupMeter(FlowTopics topics, FlowReading reading, FlowReader reader, DateTimeOffset now)
{
    private static readonly Dictionary<TopicPartition, long> Nowhere = [];

    private readonly ForwardTranslation _translation = new(topics, history: null, topics.Flow.Selection()!);

    public GroupRecoveryPoint Measure(string group)
    {
        IReadOnlyDictionary<TopicPartition, long> positions = reading.Positions?.GetValueOrDefault(group) ?? Nowhere;
        Dictionary<TopicPartition, SeenCheckpoint> checkpoints = reader.Checkpoints.Of(group).Where(c => topics.Names(c.Key)).ToDictionary(c => topics.OnSource(c.Key), c => c.Value);
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
            RepeatsAtMost = Repeats(partition, committed, translation.Position, there),
            LossAtMost = Loss(partition, committed, there?.End),
            CheckpointAge = now - checkpoint?.EmittedAt,
        };
    }

    // What is read again lies before the committed position, and before the end of the copy.
    private long? Repeats(TopicPartition partition, long? committed, long? position, OffsetRange? there)
    {
        long? copied = there?.End - position;
        long? processed = position is { } from ? committed - reader.History.TranslateBack(partition, from) : null;
        return copied is { } most ? Math.Max(0, Math.Min(most, processed ?? most)) : null;
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
