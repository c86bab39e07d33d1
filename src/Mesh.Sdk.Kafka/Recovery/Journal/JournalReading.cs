using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Journal;

/// <summary>What a journal tells of its plan.</summary>
internal static class JournalReading
{
    public static FailoverOutcome OutcomeOf(FailoverJournal journal) => new()
    {
        Plan = journal.Plan,
        Journal = journal.Path,
        Steps = [.. journal.Plan.Steps.Select(step => StepOf(step, journal.LastOf(step)))],
        Groups = journal.ResultOf(FailoverAction.Translate)?.Groups ?? [],
        Divergence = journal.ResultOf(FailoverAction.Verify)?.Ends ?? [],
    };

    private static StepOutcome StepOf(FailoverStep step, JournalEntry? last) => new(step, StateOf(last?.Event), last?.Note);

    private static StepState StateOf(JournalEvent? last) => last switch
    {
        JournalEvent.Started => StepState.Started,
        JournalEvent.Done => StepState.Done,
        JournalEvent.LeftToOperator => StepState.LeftToOperator,
        JournalEvent.Undone => StepState.Undone,
        JournalEvent.NotUndone => StepState.NotUndone,
        _ => StepState.NotStarted,
    };
}
