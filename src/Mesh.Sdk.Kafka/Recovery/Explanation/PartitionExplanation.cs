using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Explanation;

/// <summary>How the position of a group on one partition is translated, and why so.</summary>
public sealed record PartitionExplanation
{
    /// <summary>Gets the translation.</summary>
    public required PartitionTranslation Translation { get; init; }

    /// <summary>Gets the last sync at or before the position; <see langword="null"/> if there is none.</summary>
    public OffsetSync? Before { get; init; }

    /// <summary>Gets the first sync after the position; <see langword="null"/> if there is none.</summary>
    public OffsetSync? After { get; init; }

    /// <summary>Gets the syncs that MirrorMaker's own store keeps when it has read the same records, newest first.</summary>
    public EquatableList<SyncSlot> Slots { get; init; } = [];

    /// <summary>Gets the reasons, the most important one first.</summary>
    public required EquatableList<ExplanationNote> Notes { get; init; }

    /// <summary>Returns the translation in one line and each reason in one below.</summary>
    public override string ToString() => string.Concat(
        $"{Translation.From} at {TextTable.Cell(Translation.Committed)} -> {Translation.To} at {TextTable.Cell(Translation.Position)}\n",
        string.Concat(Notes.Select(n => $"  {n.Text}\n")));
}
