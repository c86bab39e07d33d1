using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>What the target lacks of one partition.</summary>
public sealed record PartitionRecoveryPoint
{
    /// <summary>Gets the partition, as it is called on the source.</summary>
    public required TopicPartition Partition { get; init; }

    /// <summary>Gets the offset that its next record gets on the source; <see langword="null"/> if the source can't be reached.</summary>
    public long? SourceEnd { get; init; }

    /// <summary>Gets the offset that the next copy gets on the target; <see langword="null"/> if the partition is not there yet.</summary>
    public long? TargetEnd { get; init; }

    /// <summary>Gets the offset of the next record to copy, as far as is known; <see langword="null"/> if no offset sync tells.</summary>
    public long? Copied { get; init; }

    /// <summary>
    /// Gets how many records the target lacks; <see langword="null"/> if the source can't be reached. Offsets are counted, so compacted records
    /// and markers of transactions count until a watch has seen that they are none.
    /// </summary>
    public long? RecordsBehind { get; init; }

    /// <summary>
    /// Gets a bound that <see cref="RecordsBehind"/> can't pass, whatever else is in the remote partition: all records after the last offset
    /// sync. <see langword="null"/> if the source can't be reached.
    /// </summary>
    public long? RecordsBehindAtMost { get; init; }

    /// <summary>Gets the keys and values that the target lacks, in bytes: the records behind times the mean size of those that were read. <see langword="null"/> if none were.</summary>
    public long? BytesBehind { get; init; }

    /// <summary>Gets the timestamp of the oldest record that the target lacks; <see langword="null"/> if it lacks none, or none was read.</summary>
    public DateTimeOffset? OldestMissing { get; init; }

    /// <summary>Gets the timestamp of the last record on the target; read only when the source can't be reached.</summary>
    public DateTimeOffset? LastCopied { get; init; }
}
