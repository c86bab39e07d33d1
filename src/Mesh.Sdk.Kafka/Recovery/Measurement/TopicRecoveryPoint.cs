using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>What the target lacks of one topic.</summary>
public sealed record TopicRecoveryPoint
{
    /// <summary>Gets the topic, as it is called on the source.</summary>
    public required string Topic { get; init; }

    /// <summary>Gets its name on the target.</summary>
    public required string RemoteTopic { get; init; }

    /// <summary>Gets its partitions, from 0.</summary>
    public required EquatableList<PartitionRecoveryPoint> Partitions { get; init; }

    /// <summary>Gets how many records the target lacks; <see langword="null"/> if the source can't be reached.</summary>
    public long? RecordsBehind => Sum(p => p.RecordsBehind);

    /// <summary>Gets the bound of it; <see langword="null"/> if the source can't be reached.</summary>
    public long? RecordsBehindAtMost => Sum(p => p.RecordsBehindAtMost);

    /// <summary>Gets the bytes that the target lacks; <see langword="null"/> if they are not known of a partition that is behind.</summary>
    public long? BytesBehind => Sum(p => p.RecordsBehind == 0 ? 0 : p.BytesBehind);

    /// <summary>Gets the timestamp of the oldest record that the target lacks; <see langword="null"/> if none is known.</summary>
    public DateTimeOffset? OldestMissing => Partitions.Min(p => p.OldestMissing);

    /// <summary>Gets the timestamp of the last record on the target; read only when the source can't be reached.</summary>
    public DateTimeOffset? LastCopied => Partitions.Max(p => p.LastCopied);

    private long? Sum(Func<PartitionRecoveryPoint, long?> of) => Partitions.Any(p => of(p) is null) ? null : Partitions.Sum(of);
}
