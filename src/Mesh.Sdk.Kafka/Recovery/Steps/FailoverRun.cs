using Mesh.Sdk.Kafka.Recovery.Journal;
using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Executes the steps of a plan that its journal does not have, one after the other.</summary>
internal sealed class FailoverRun(StepContext context, IProgress<StepOutcome>? progress)
{
    private readonly FailoverJournal _journal = context.Journal;

    private readonly Dictionary<FailoverAction, IStepAction> _actions = new()
    {
        [FailoverAction.Check] = new CheckAction(context),
        [FailoverAction.Fence] = new FenceAction(context),
        [FailoverAction.ResumeMirror] = new MirrorAction(context, (mirrors, flow, token) => mirrors.ResumeAsync(flow, token)),
        [FailoverAction.StopProducers] = new StopProducersAction(context),
        [FailoverAction.DrainGroups] = new DrainGroupsAction(context),
        [FailoverAction.AwaitReplication] = new AwaitReplicationAction(context),
        [FailoverAction.AwaitCheckpoints] = new AwaitCheckpointsAction(context),
        [FailoverAction.StopMirror] = new MirrorAction(context, (mirrors, flow, token) => mirrors.StopAsync(flow, token)),
        [FailoverAction.Translate] = new TranslateAction(context),
        [FailoverAction.Commit] = new CommitAction(context),
        [FailoverAction.Verify] = new VerifyAction(context),
        [FailoverAction.Switch] = new SwitchAction(context),
        [FailoverAction.DeleteGroup] = new DeleteAction(context),
        [FailoverAction.DeleteTopic] = new DeleteAction(context),
        [FailoverAction.ResetMirror] = new MirrorAction(context, (mirrors, flow, token) => mirrors.ResetAsync(flow, token)),
        [FailoverAction.SeekMirror] = new MirrorAction(context, (mirrors, flow, token) => mirrors.SeekAsync(flow, context.Plan.Divergence, token)),
    };

    public async Task<FailoverOutcome> RunAsync(CancellationToken cancellationToken)
    {
        foreach (FailoverStep step in context.Plan.Steps.AsEnumerable())
        {
            if (_journal.LastOf(step) is not { Event: JournalEvent.Done or JournalEvent.LeftToOperator })
            {
                cancellationToken.ThrowIfCancellationRequested();
                await RunAsync(step, cancellationToken).ConfigureAwait(false);
            }
        }

        return JournalReading.OutcomeOf(_journal);
    }

    private async Task RunAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        _journal.Append(JournalEvent.Started, step);
        progress?.Report(new(step, StepState.Started));
        StepResult result = await ActAsync(step, cancellationToken).ConfigureAwait(false);
        _journal.Append(
            result.IsLeftToOperator ? JournalEvent.LeftToOperator : JournalEvent.Done,
            step,
            e => e with { Note = result.Note, Ends = result.Ends, Groups = result.Groups });
        progress?.Report(new(step, result.IsLeftToOperator ? StepState.LeftToOperator : StepState.Done, result.Note));
    }

    private async Task<StepResult> ActAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        try
        {
            return await _actions[step.Action].RunAsync(step, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (Problems.Of(step, e) is { } problems)
        {
            StepOutcome failed = new(step, StepState.Failed, problems[0].Message);
            progress?.Report(failed);
            FailoverOutcome outcome = JournalReading.OutcomeOf(_journal);
            throw new FailoverException(problems, outcome with { Steps = [.. outcome.Steps.Select(s => s.Step == step ? failed : s)] }, e);
        }
    }
}
