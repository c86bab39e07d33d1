using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Journal;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Undoes the steps of a plan that were begun, the last one first, and says what can't be undone.</summary>
internal sealed class FailoverUndoing(StepContext context, IProgress<StepOutcome>? progress)
{
    private readonly FailoverJournal _journal = context.Journal;

    public async Task<FailoverOutcome> RunAsync(CancellationToken cancellationToken)
    {
        if (!_journal.Has(JournalEvent.Aborted))
        {
            await UndoAsync(cancellationToken).ConfigureAwait(false);
        }

        return JournalReading.OutcomeOf(_journal);
    }

    private async Task UndoAsync(CancellationToken cancellationToken)
    {
        await new ClientsCheck(context).BeforeUndoingAsync(cancellationToken).ConfigureAwait(false);
        if (!_journal.Has(JournalEvent.Aborting))
        {
            _journal.Append(JournalEvent.Aborting, null);
        }

        foreach (FailoverStep step in context.Plan.Steps.AsEnumerable().Reverse())
        {
            if (_journal.LastOf(step)?.Event is JournalEvent.Started or JournalEvent.Done or JournalEvent.LeftToOperator)
            {
                await UndoAsync(step, cancellationToken).ConfigureAwait(false);
            }
        }

        _journal.Append(JournalEvent.Aborted, null);
    }

    private async Task UndoAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        string? obstacle = await TryUndoAsync(step, cancellationToken).ConfigureAwait(false);
        JournalEvent what = obstacle is null ? JournalEvent.Undone : JournalEvent.NotUndone;
        _journal.Append(what, step, e => e with { Note = obstacle });
        progress?.Report(new(step, obstacle is null ? StepState.Undone : StepState.NotUndone, obstacle));
    }

    // Returns what is in the way.
    private async Task<string?> TryUndoAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        try
        {
            return step.Action switch
            {
                FailoverAction.StopProducers or FailoverAction.DrainGroups or FailoverAction.Switch => await ReleaseAsync(cancellationToken).ConfigureAwait(false),
                FailoverAction.StopMirror => await ResumeAsync(step, cancellationToken).ConfigureAwait(false),
                FailoverAction.Commit => await PutBackAsync(step.Subject, cancellationToken).ConfigureAwait(false),
                FailoverAction.Fence => $"Let clients of {context.Plan.From} in again.",
                FailoverAction.ResumeMirror => "The flow runs on.",
                FailoverAction.DeleteGroup or FailoverAction.DeleteTopic => "What was deleted stays so.",
                FailoverAction.ResetMirror or FailoverAction.SeekMirror => "The positions of the flow stay as they were set.",
                _ => null,
            };
        }
        catch (KafkaClusterException e) when (!e.IsUnreachable)
        {
            // What a cluster refuses must not keep clients held and flows stopped.
            return e.Message;
        }
        catch (Exception e) when (Problems.Of(step, e) is { } problems)
        {
            throw new FailoverException(problems, JournalReading.OutcomeOf(_journal), e);
        }
    }

    private async Task<string?> ReleaseAsync(CancellationToken cancellationToken)
    {
        if (context.Switch is not { } clients)
        {
            return $"Let clients work on {context.Plan.From} again.";
        }

        await clients.SwitchAsync(context.Plan.From, context.Plan.From, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task<string?> ResumeAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        if (context.Mirrors is not { } mirrors)
        {
            return "Let the flow run again.";
        }

        await mirrors.ResumeAsync(MirrorAction.DirectionOf(step), cancellationToken).ConfigureAwait(false);
        return null;
    }

    private async Task<string?> PutBackAsync(string group, CancellationToken cancellationToken)
    {
        PositionMove[] moves = [.. context.Translated.Single(g => g.Group == group).Positions.Where(p => p.Decision is PositionDecision.Moved or PositionDecision.MovedBack)];
        IReadOnlyDictionary<TopicPartition, long> current = await context.To.GetPositionsAsync(group, [.. moves.Select(m => m.Target)], cancellationToken).ConfigureAwait(false);
        PositionMove[] committed = [.. moves.Where(m => current.TryGetValue(m.Target, out long position) && position == m.Position && position != m.Before)];
        IClusterAdministration administration = context.To.Administration;
        if (committed.Length > 0)
        {
            await administration.CommitAsync(group, committed.Where(m => m.Before is not null).ToDictionary(m => m.Target, m => m.Before!.Value), cancellationToken).ConfigureAwait(false);
            await administration.DeletePositionsAsync(group, [.. committed.Where(m => m.Before is null).Select(m => m.Target)], cancellationToken).ConfigureAwait(false);
        }

        string[] others = [.. moves.Except(committed).Where(m => current.TryGetValue(m.Target, out long position) && position != m.Before).Select(m => m.Target.ToString())];
        return others.Length == 0 ? null : $"Somebody else has moved {string.Join(", ", others)}.";
    }
}
