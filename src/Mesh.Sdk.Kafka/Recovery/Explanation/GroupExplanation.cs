using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Explanation;

/// <summary>How the positions of a group are translated along a flow, and why so.</summary>
public sealed record GroupExplanation
{
    /// <summary>Gets the translation.</summary>
    public required GroupTranslation Translation { get; init; }

    /// <summary>Gets the partitions in the order of the translation.</summary>
    public required EquatableList<PartitionExplanation> Partitions { get; init; }

    /// <summary>Gets how many processed records are read again at most, over all partitions; <see langword="null"/> if no bound is known of one.</summary>
    public long? RepeatsAtMost => Partitions.Any(p => p.Translation.RepeatsAtMost is null) ? null : Partitions.Sum(p => p.Translation.RepeatsAtMost);

    /// <summary>Returns the table of the translation and, below it, the reasons for each partition.</summary>
    public override string ToString() => $"{Translation}\n{string.Concat(Partitions)}";
}
