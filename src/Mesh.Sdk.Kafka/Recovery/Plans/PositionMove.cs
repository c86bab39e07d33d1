using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>Where a group goes on in one partition.</summary>
public sealed record PositionMove
{
    /// <summary>Gets the partition on the cluster that the group leaves.</summary>
    public required TopicPartition Source { get; init; }

    /// <summary>Gets the partition on the cluster that it goes on at.</summary>
    public required TopicPartition Target { get; init; }

    /// <summary>Gets the offset that it has committed on the cluster it leaves, as far as that is known.</summary>
    public long? SourcePosition { get; init; }

    /// <summary>Gets the offset that was committed on the target before; <see langword="null"/> for none.</summary>
    public long? Before { get; init; }

    /// <summary>Gets the offset that it goes on from; <see langword="null"/> if that is refused.</summary>
    public long? Position { get; init; }

    /// <summary>Gets what translation gives; less than <see cref="Before"/> where that is kept. <see langword="null"/> if it gives nothing.</summary>
    public long? Translated { get; init; }

    /// <summary>Gets where <see cref="Position"/> comes from.</summary>
    public required PositionBasis Basis { get; init; }

    /// <summary>Gets what is done.</summary>
    public required PositionDecision Decision { get; init; }

    /// <summary>
    /// Gets how many records, at most, a position that is kept is ahead of what translation gives. None of them is read again: those that the
    /// group has not read on the target before are skipped. 0 for positions that are not kept.
    /// </summary>
    public long Ahead => Decision == PositionDecision.Kept && Position > Translated ? Position.Value - Translated.Value : 0;

    /// <summary>Gets how many records that are on the target now are read again at most, of those that the group has committed on either cluster; copies that the mirror wrote twice count once.</summary>
    public long RepeatsAtMost { get; init; }

    /// <summary>Gets how many offsets, at most, retention has cut on the target before the group could read them. Counted as lost.</summary>
    public long Cut { get; init; }

    /// <summary>Returns it as a line: partitions, offset before and after, what is done and why.</summary>
    public override string ToString() => PositionText.Of(this);
}
