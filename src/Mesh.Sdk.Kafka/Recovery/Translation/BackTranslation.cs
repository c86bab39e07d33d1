using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Translation;

/// <summary>Translates positions on the target of a flow back to its source.</summary>
/// <param name="history">Offset syncs of the flow.</param>
internal sealed class BackTranslation(OffsetSyncHistory history)
{
    /// <param name="from">Partition of the target.</param>
    /// <param name="to">Partition of the source that it is the copy of.</param>
    /// <param name="committed">What the group has committed on the target.</param>
    /// <param name="committedThere">What it had committed on the source.</param>
    /// <param name="range">What the partition of the source holds; <see langword="null"/> if it is not there.</param>
    public PartitionTranslation Translate(TopicPartition from, TopicPartition to, long committed, long? committedThere, OffsetRange? range)
    {
        long? fromSyncs = history.TranslateBack(to, committed);
        PartitionTranslation basis = new() { From = from, To = to, Committed = committed, FromSyncs = fromSyncs, CommittedThere = committedThere };
        List<(PositionOrigin, long)> candidates = [];
        if (fromSyncs is { } translated)
        {
            candidates.Add((PositionOrigin.OffsetSyncs, translated));
        }

        if (committedThere is { } before)
        {
            candidates.Add((PositionOrigin.Committed, before));
        }

        UntranslatedReason without = history.Oldest(to) is null ? UntranslatedReason.NoOffsetSync : UntranslatedReason.BeforeOldestSync;
        PartitionTranslation chosen = SafePosition.Choose(basis, range, candidates, without);
        return chosen with { RepeatsAtMost = Repeats(chosen) };
    }

    private long? Repeats(PartitionTranslation chosen) =>
        chosen is { Position: { } position, Committed: { } committed } && history.Translate(chosen.To, position) is { } forward
            ? Math.Max(0, committed - forward)
            : null;
}
