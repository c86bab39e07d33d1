using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>What would become of a group on one partition if the source were lost now, so that only its checkpoint tells where it goes on.</summary>
public sealed record GroupPartitionRecoveryPoint
{
    /// <summary>Gets the partition, as it is called on the source.</summary>
    public required TopicPartition Partition { get; init; }

    /// <summary>Gets what the group has committed on the source; <see langword="null"/> if that is not known.</summary>
    public long? Committed { get; init; }

    /// <summary>Gets where it would go on at the target; <see langword="null"/> where no checkpoint tells.</summary>
    public long? Translated { get; init; }

    /// <summary>Gets why there is no position at the target; <see langword="null"/> if there is one.</summary>
    public UntranslatedReason? Reason { get; init; }

    /// <summary>Gets how many records it would read again at most, of those that it has committed; <see langword="null"/> where no checkpoint tells.</summary>
    public long? RepeatsAtMost { get; init; }

    /// <summary>Gets how many records it would never read if the source were gone; <see langword="null"/> if that is not known.</summary>
    public long? LossAtMost { get; init; }

    /// <summary>Gets the age of the last checkpoint; <see langword="null"/> if there is none. Checkpoints of a group that stands still are not written again.</summary>
    public TimeSpan? CheckpointAge { get; init; }
}
