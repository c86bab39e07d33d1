using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>The recovery point of one partition: what of it is on the target, and as far as that can be known, what is not.</summary>
public sealed record PartitionLoss
{
    /// <summary>Gets the partition on the source.</summary>
    public required TopicPartition Source { get; init; }

    /// <summary>Gets the partition on the target.</summary>
    public required TopicPartition Target { get; init; }

    /// <summary>Gets the offset behind the last record on the target; 0 if the partition is not there.</summary>
    public required long TargetEnd { get; init; }

    /// <summary>Gets the time of the last record on the target; <see langword="null"/> if it has none. What came later may be lost.</summary>
    public DateTimeOffset? LastRecordAt { get; init; }

    /// <summary>Gets how many offsets of the source are not known to be copied; <see langword="null"/> if the source can't be asked.</summary>
    public long? RecordsBehind { get; init; }
}
