using Mesh.Sdk.Kafka.Recovery.Topics;

namespace Mesh.Sdk.Kafka.Recovery.Translation;

/// <summary>Chooses among safe positions: the largest repeats least.</summary>
internal static class SafePosition
{
    /// <param name="basis">Partition.</param>
    /// <param name="range">What it holds where the group goes to; <see langword="null"/> if it is not there.</param>
    /// <param name="candidates">Safe positions.</param>
    /// <param name="without">Why there is none, if there is none.</param>
    public static PartitionTranslation Choose(
        PartitionTranslation basis, OffsetRange? range, IReadOnlyCollection<(PositionOrigin Origin, long Offset)> candidates, UntranslatedReason without)
    {
        if (range is not { } there)
        {
            return basis with { Reason = without == UntranslatedReason.NotMirrored ? without : UntranslatedReason.PartitionMissing };
        }

        // A position beyond the end, or before the start, would leave the choice to the client's auto.offset.reset.
        (PositionOrigin Origin, long Offset)[] usable = [.. candidates.Where(c => c.Offset <= there.End)];
        if (usable.Length == 0)
        {
            return basis with { Reason = candidates.Count > 0 ? UntranslatedReason.BeyondEnd : without };
        }

        (PositionOrigin origin, long offset) = usable.MaxBy(c => c.Offset);
        return offset < there.Start
            ? basis with { Position = there.Start, Origin = PositionOrigin.FirstRecord }
            : basis with { Position = offset, Origin = origin };
    }
}
