using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery.Translation;

namespace Mesh.Sdk.Kafka.Recovery.Explanation;

/// <summary>Puts the reasons of one translation into words.</summary>
internal sealed class TranslationNotes(PartitionTranslation translation, OffsetSync? before, OffsetSync? after, OffsetSync? newest, bool admitsGroup, DateTimeOffset now)
{
    public IEnumerable<ExplanationNote> All() =>
        new[] { WhyNone(), Origin(), FromSyncs(), Checkpoint(), Group(), Start() }.OfType<ExplanationNote>();

    private ExplanationNote? WhyNone() => translation.Reason switch
    {
        null => null,
        UntranslatedReason.NotMirrored => new(ExplanationCause.NotMirrored, $"The flow does not mirror the topic '{translation.From.Topic}': its records are not there."),
        UntranslatedReason.PartitionMissing => new(ExplanationCause.PartitionMissing, $"There is no {translation.To}: nothing of it was mirrored yet."),
        UntranslatedReason.NoOffsetSync => new(ExplanationCause.NoOffsetSync, "There is no offset sync of the partition: begin at the first record."),
        UntranslatedReason.BeforeOldestSync => new(ExplanationCause.BeforeOldestSync, "The position lies before the oldest offset sync that is left: begin at the first record."),
        UntranslatedReason.BeyondEnd => new(ExplanationCause.BeyondEnd, $"The translation lies beyond the end of {translation.To}, which was created again or lost records: begin at the first record."),
        UntranslatedReason.CheckpointOutdated => new(ExplanationCause.CheckpointOutdated, "The checkpoint is from before the group was set back, or a topic was created again: begin at the first record."),
        _ => new(ExplanationCause.SourceUnreachable, "There is no checkpoint, and the source can't be reached to translate otherwise: begin at the first record, or at a time."),
    };

    private ExplanationNote? Origin() => translation.Origin == PositionOrigin.FirstRecord
        ? new(ExplanationCause.RecordsDeleted, $"What the translation points at is deleted there; the first record that is left is {translation.Position}.")
        : null;

    private ExplanationNote? FromSyncs()
    {
        if (before is null || translation.FromSyncs is null)
        {
            return null;
        }

        string sync = $"the sync of {before.UpstreamOffset} and {before.DownstreamOffset}";
        return before.UpstreamOffset == translation.Committed ? new(ExplanationCause.OnSync, $"The position is that of {sync}: nothing is read again.")
            : after is null ? new(ExplanationCause.AfterLastSync, $"The position lies after the last sync, {sync}, and is translated to one past it; {Repeats()}")
            : new(ExplanationCause.BetweenSyncs, $"The position lies between {sync} and that of {after.UpstreamOffset} and {after.DownstreamOffset}, and is translated to one past the first; {Repeats()}");
    }

    private ExplanationNote? Checkpoint()
    {
        if (translation.Checkpoint is not { } seen)
        {
            return new(ExplanationCause.NoCheckpoint, "MirrorMaker has written no checkpoint of it.");
        }

        TimeSpan age = now - seen.EmittedAt;
        return translation.Committed > seen.Checkpoint.UpstreamOffset
            ? new(ExplanationCause.CheckpointBehind, $"The checkpoint, {Words.Of(age)} old, is of {seen.Checkpoint.UpstreamOffset} and gives {seen.Checkpoint.DownstreamOffset}; the group has moved on by {translation.Committed - seen.Checkpoint.UpstreamOffset} since.")
            : null;
    }

    private ExplanationNote? Group() => admitsGroup
        ? null
        : new(ExplanationCause.GroupNotAdmitted, "The group filter of the flow does not admit the group: MirrorMaker makes no checkpoints of it.");

    private ExplanationNote? Start() => translation is { Checkpoint: null, FromSyncs: not null } && admitsGroup && newest?.UpstreamOffset > translation.Committed
        ? new(ExplanationCause.StoreStartsWithLastSync, $"A connector that finds no checkpoints starts with the last sync alone, of {newest.UpstreamOffset}: it makes no checkpoint before the group has passed that.")
        : null;

    private string Repeats() => translation.RepeatsAtMost is { } repeats ? $"at most {repeats} records are read again." : "how much is read again is not known.";
}
