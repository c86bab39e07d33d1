using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Translation;

/// <summary>The position of a group on one partition, translated. Offsets are those of the next record to read.</summary>
public sealed record PartitionTranslation
{
    /// <summary>Gets the partition that the group reads now.</summary>
    public required TopicPartition From { get; init; }

    /// <summary>Gets the partition that it will read.</summary>
    public required TopicPartition To { get; init; }

    /// <summary>Gets what the group has committed where it reads now; <see langword="null"/> if that is not known.</summary>
    public long? Committed { get; init; }

    /// <summary>Gets where the group may go on: no record that it has not processed is left out. <see langword="null"/> if there is no such position but the first record.</summary>
    public long? Position { get; init; }

    /// <summary>Gets where the position comes from; <see langword="null"/> without a position.</summary>
    public PositionOrigin? Origin { get; init; }

    /// <summary>Gets why there is no position; <see langword="null"/> if there is one.</summary>
    public UntranslatedReason? Reason { get; init; }

    /// <summary>Gets how many processed records are read again, at most; copies that the mirror wrote twice count once. <see langword="null"/> if no bound is known.</summary>
    public long? RepeatsAtMost { get; init; }

    /// <summary>Gets the last checkpoint; <see langword="null"/> if there is none, or the position is translated back.</summary>
    public SeenCheckpoint? Checkpoint { get; init; }

    /// <summary>Gets what the offset syncs give; <see langword="null"/> if they give nothing.</summary>
    public long? FromSyncs { get; init; }

    /// <summary>Gets what the group had committed where it goes back to; <see langword="null"/> for nothing, and for a translation that follows the flow.</summary>
    public long? CommittedThere { get; init; }
}
