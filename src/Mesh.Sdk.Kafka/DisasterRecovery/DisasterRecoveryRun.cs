using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>One execution of a plan for traffic and state: where it stands.</summary>
internal sealed class DisasterRecoveryRun(DisasterRecoveryPlan plan, TrafficApplier applier, IProgress<DisasterRecoveryStepOutcome>? progress)
{
    private readonly DisasterRecoveryStepOutcome[] _steps = [.. plan.Steps.Select(s => new DisasterRecoveryStepOutcome(s, StepState.NotStarted))];
    private FailoverOutcome? _state;

    private int FirstOfState => Array.FindIndex(_steps, s => s.Step.Part == DisasterRecoveryPart.State);

    public DisasterRecoveryOutcome Outcome() => new() { Steps = [.. _steps], State = _state };

    public Task CheckTrafficAsync(CancellationToken cancellationToken) => TrafficStepAsync(Array.FindIndex(_steps, IsTraffic), applier.CheckAsync, cancellationToken);

    public Task MoveTrafficAsync(CancellationToken cancellationToken) => TrafficStepAsync(Array.FindLastIndex(_steps, IsTraffic), applier.MoveAsync, cancellationToken);

    /// <summary>Has recovery execute its part.</summary>
    public async Task MoveStateAsync(Func<IProgress<StepOutcome>, Task<FailoverOutcome>> execute)
    {
        int first = FirstOfState;
        try
        {
            _state = await execute(new StateProgress(s => Tell(first + s.Step.Number - 1, s.State, s.Note))).ConfigureAwait(false);
            Take(_state);
        }
        catch (FailoverException e)
        {
            if (e.Outcome is { } outcome)
            {
                Take(_state = outcome);
            }

            throw new DisasterRecoveryException([.. e.Problems.Select(p => p.ToString())], Outcome(), e);
        }
        catch (KafkaClusterException e)
        {
            throw new DisasterRecoveryException([e.Message], Outcome(), e);
        }
    }

    private void Take(FailoverOutcome state)
    {
        foreach (StepOutcome step in state.Steps)
        {
            int index = FirstOfState + step.Step.Number - 1;
            _steps[index] = _steps[index] with { State = step.State, Note = step.Note };
        }
    }

    private static bool IsTraffic(DisasterRecoveryStepOutcome step) => step.Step.Part == DisasterRecoveryPart.Traffic;

    private async Task TrafficStepAsync(
        int step, Func<TrafficMove, CancellationToken, Task<(EquatableList<string> Problems, string Note)>> act, CancellationToken cancellationToken)
    {
        if (plan.Traffic is not { } traffic)
        {
            return;
        }

        Tell(step, StepState.Started, null);
        (EquatableList<string> problems, string note) = await act(traffic, cancellationToken).ConfigureAwait(false);
        if (problems.Count > 0)
        {
            Tell(step, StepState.Failed, string.Join(" ", problems));
            throw new DisasterRecoveryException(problems, Outcome());
        }

        Tell(step, StepState.Done, note);
    }

    private void Tell(int index, StepState state, string? note)
    {
        _steps[index] = _steps[index] with { State = state, Note = note };
        progress?.Report(_steps[index]);
    }

    private sealed class StateProgress(Action<StepOutcome> tell) : IProgress<StepOutcome>
    {
        public void Report(StepOutcome value) => tell(value);
    }
}
