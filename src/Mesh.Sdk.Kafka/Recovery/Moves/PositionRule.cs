using System.Globalization;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Recovery.Translation;

namespace Mesh.Sdk.Kafka.Recovery.Moves;

/// <summary>Decides where a group goes on in a partition: never silently back, never silently without a checkpoint.</summary>
/// <param name="group">Group, with what is chosen for it.</param>
/// <param name="movesBack">Whether it may be set back.</param>
/// <param name="chosen">Where the chosen time lies in partitions.</param>
internal sealed class PositionRule(GroupMove group, bool movesBack, IReadOnlyDictionary<Replication.TopicPartition, long> chosen)
{
    private const string ChooseStart = "Choose where the group starts there: WithoutCheckpoint(StartPosition.Earliest), At or End.";

    /// <summary>Decides.</summary>
    /// <returns>The move, and why it is refused if it is.</returns>
    public (PositionMove Move, FailoverProblem? Problem) Decide(PartitionFacts facts)
    {
        (PositionMove move, FailoverProblem? problem) = Choose(facts);
        return (move with { RepeatsAtMost = Repeats(move, facts) }, problem);
    }

    private (PositionMove Move, FailoverProblem? Problem) Choose(PartitionFacts facts)
    {
        PositionMove move = new()
        {
            Source = facts.Source,
            Target = facts.Target,
            SourcePosition = facts.Translation?.Committed,
            Before = facts.Before,
            Translated = facts.Translation?.Position,
            Basis = PositionBasis.Unknown,
            Decision = PositionDecision.Refused,
        };
        if (facts.Range is not { } range)
        {
            return (move, Problem(
                FailoverProblemKind.TopicMissing, facts, $"The target has no partition {facts.Target}, which {facts.Source} is mirrored to.", "Let the flow create it, or create it by hand with as many partitions as on the source, and plan again."));
        }

        bool isStale = facts.Before > range.End;
        if (isStale && !movesBack)
        {
            return (move, Problem(
                FailoverProblemKind.PositionBeyondEnd,
                facts,
                string.Create(CultureInfo.InvariantCulture, $"The group '{group.Group}' is at {facts.Before} in {facts.Target}, which ends at {range.End}: the topic was created again."),
                "Delete the positions of the group there, or plan with MovesBack()."));
        }

        return facts.Translation is { Position: { } position } translation
            ? (Translated(move, translation, position, facts), null)
            : Untranslated(move, facts, range, isStale);
    }

    private PositionMove Translated(PositionMove move, PartitionTranslation translation, long position, PartitionFacts facts)
    {
        if (facts.Before >= position && !(movesBack && facts.Before > position))
        {
            return move with { Position = facts.Before, Basis = PositionBasis.Committed, Decision = PositionDecision.Kept };
        }

        return move with
        {
            Position = position,
            Basis = BasisOf(translation.Origin, facts.IsBackwards, position, translation),
            Decision = facts.Before > position ? PositionDecision.MovedBack : PositionDecision.Moved,
            Cut = translation.Origin == PositionOrigin.FirstRecord ? position - Largest(translation) : 0,
        };
    }

    private (PositionMove Move, FailoverProblem? Problem) Untranslated(PositionMove move, PartitionFacts facts, OffsetRange range, bool isStale)
    {
        if (facts.Before is { } before && !isStale)
        {
            // Before the first record that is left, the client's auto.offset.reset would choose.
            long kept = Math.Max(before, range.Start);
            return (move with { Position = kept, Basis = PositionBasis.Committed, Decision = kept > before ? PositionDecision.Moved : PositionDecision.Kept, Cut = kept - before }, null);
        }

        PositionDecision decision = isStale ? PositionDecision.MovedBack : PositionDecision.Moved;
        if (range.Start == range.End)
        {
            return (move with { Position = range.End, Basis = PositionBasis.Empty, Decision = decision }, null);
        }

        return group.WithoutCheckpoint is { } start
            ? (move with { Position = PositionOf(start, facts, range), Basis = PositionBasis.Chosen, Decision = decision }, null)
            : (move, Problem(Kind(facts), facts, $"The group '{group.Group}' has no position for {facts.Target}: {Why(facts.Translation?.Reason)}.", ChooseStart));
    }

    // What is read again is there already. A group that is set back may have read more there than on the source.
    private static long Repeats(PositionMove move, PartitionFacts facts)
    {
        long there = Math.Max(0, facts.Range?.End - move.Position ?? 0);
        return move.Decision == PositionDecision.MovedBack ? there : Math.Min(there, facts.Translation?.RepeatsAtMost ?? there);
    }

    private long PositionOf(StartPosition start, PartitionFacts facts, OffsetRange range) => start.Kind switch
    {
        StartPositionKind.Earliest => range.Start,
        StartPositionKind.Time => chosen[facts.Target],
        _ => range.End,
    };

    private static PositionBasis BasisOf(PositionOrigin? origin, bool isBackwards, long position, PartitionTranslation translation) => origin switch
    {
        PositionOrigin.Checkpoint => PositionBasis.Checkpoint,
        PositionOrigin.Committed => PositionBasis.Committed,
        _ when isBackwards => PositionBasis.ReverseTranslation,
        _ when translation.FromSyncs is null && position > 0 => PositionBasis.Checkpoint,
        _ => PositionBasis.Translation,
    };

    private static long Largest(PartitionTranslation translation) =>
        Math.Max(translation.FromSyncs ?? 0, translation.Checkpoint?.Checkpoint.DownstreamOffset ?? 0);

    private static FailoverProblemKind Kind(PartitionFacts facts) =>
        facts.Translation?.Reason == UntranslatedReason.BeyondEnd ? FailoverProblemKind.PositionBeyondEnd : FailoverProblemKind.PositionUnknown;

    private static string Why(UntranslatedReason? reason) => reason switch
    {
        UntranslatedReason.NoOffsetSync => "no offset sync tells which record is which",
        UntranslatedReason.BeforeOldestSync => "its position lies before the oldest offset sync",
        UntranslatedReason.BeyondEnd => "its translation lies behind the end, as of a topic that was created again",
        UntranslatedReason.CheckpointOutdated => "its checkpoint is outdated",
        UntranslatedReason.SourceUnreachable => "it has no checkpoint, and the source can't be asked",
        _ => "it has committed none, and there is no checkpoint",
    };

    private FailoverProblem Problem(FailoverProblemKind kind, PartitionFacts facts, string message, string remedy) => new(kind, $"{group.Group} {facts.Target}", message, remedy);
}
