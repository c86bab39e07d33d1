using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Translation;

/// <summary>Translates positions on the source of a flow to its target.</summary>
/// <param name="topics">Flow.</param>
/// <param name="history">Offset syncs; <see langword="null"/> if they can't be read.</param>
/// <param name="selection">What the flow mirrors.</param>
internal sealed class ForwardTranslation(FlowTopics topics, OffsetSyncHistory? history, TopicSelection selection)
{
    public PartitionTranslation Translate(TopicPartition from, long? committed, SeenCheckpoint? checkpoint, OffsetRange? range)
    {
        long? fromSyncs = committed is { } position ? history?.Translate(from, position) : null;
        PartitionTranslation basis = new()
        {
            From = from,
            To = topics.OnTarget(from),
            Committed = committed,
            Checkpoint = checkpoint,
            FromSyncs = fromSyncs,
        };
        List<(PositionOrigin, long)> candidates = [];
        bool isOutdated = checkpoint is not null && !Holds(from, committed, checkpoint);
        if (checkpoint is not null && !isOutdated)
        {
            candidates.Add((PositionOrigin.Checkpoint, checkpoint.Checkpoint.DownstreamOffset));
        }

        if (fromSyncs is { } translated)
        {
            candidates.Add((PositionOrigin.OffsetSyncs, translated));
        }

        PartitionTranslation chosen = SafePosition.Choose(basis, range, candidates, WhyNone(from, isOutdated));
        return chosen with { RepeatsAtMost = Repeats(chosen) };
    }

    // Not so for a group that was set back since, and for a checkpoint from before a topic was created again: a record that
    // the group has still to read is known to lie before it.
    private bool Holds(TopicPartition from, long? committed, SeenCheckpoint seen)
    {
        long upstream = seen.Checkpoint.UpstreamOffset;
        return !(committed < upstream)
            && !(history?.FindDownstream(from, seen.Checkpoint.DownstreamOffset - 1)?.UpstreamOffset >= upstream);
    }

    private UntranslatedReason WhyNone(TopicPartition from, bool isOutdated) =>
        selection.Decide(from.Topic, topics.Flow.Target) != TopicOutcome.Mirrored ? UntranslatedReason.NotMirrored
        : isOutdated ? UntranslatedReason.CheckpointOutdated
        : history is null ? UntranslatedReason.SourceUnreachable
        : history.Oldest(from) is null ? UntranslatedReason.NoOffsetSync
        : UntranslatedReason.BeforeOldestSync;

    private long? Repeats(PartitionTranslation chosen) =>
        chosen is { Position: { } position, Committed: { } committed } && history?.TranslateBack(chosen.From, position) is { } back
            ? Math.Max(0, committed - back)
            : null;
}
