using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>What would become of a group if the source were lost now. A planned fail-over drains it first, and loses nothing.</summary>
public sealed record GroupRecoveryPoint
{
    /// <summary>Gets the group.</summary>
    public required string Group { get; init; }

    /// <summary>Gets the partitions it has a position on, or checkpoints of.</summary>
    public required EquatableList<GroupPartitionRecoveryPoint> Partitions { get; init; }

    /// <summary>Gets why nothing is known of the group, a sentence with what to do; <see langword="null"/> if something is.</summary>
    public string? Problem { get; init; }

    /// <summary>Gets how many records it would read again at most, of those that it has committed; <see langword="null"/> if no checkpoint tells of a partition, or nothing is known of the group.</summary>
    public long? RepeatsAtMost => Problem is not null || Partitions.Any(p => p.RepeatsAtMost is null) ? null : Partitions.Sum(p => p.RepeatsAtMost);

    /// <summary>Gets how many records it would never read if the source were gone: neither processed nor copied. <see langword="null"/> if that is not known.</summary>
    public long? LossAtMost => Problem is not null || Partitions.Any(p => p.LossAtMost is null) ? null : Partitions.Sum(p => p.LossAtMost);

    /// <summary>Gets the age of its oldest checkpoint; <see langword="null"/> without any.</summary>
    public TimeSpan? CheckpointAge => Partitions.Max(p => p.CheckpointAge);
}
