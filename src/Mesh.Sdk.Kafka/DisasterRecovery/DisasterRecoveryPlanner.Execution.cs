using Mesh.Sdk.Kafka.Recovery.Journal;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <content>Execution, with the journal of the state's plan. Traffic needs none: applying it again compares, and changes what is not there yet.</content>
public sealed partial class DisasterRecoveryPlanner
{
    /// <summary>Executes a plan step by step. After a failure, or a crash at any point, executing it again with the same journal goes on where it stopped.</summary>
    /// <param name="plan">Plan.</param>
    /// <param name="journal">Path of the journal, a file that is made for this plan.</param>
    /// <param name="progress">Told before and after each step; may be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the execution, which can be resumed.</param>
    /// <exception cref="DisasterRecoveryException">The plan has problems, or a step failed: the outcome says what is done and what is not.</exception>
    /// <exception cref="FailoverException">The journal is that of another plan, in use, damaged, or of a plan that was aborted, or clients were moved by others since it was begun. Nothing was done.</exception>
    public async Task<DisasterRecoveryOutcome> ExecuteAsync(
        DisasterRecoveryPlan plan, string journal, IProgress<DisasterRecoveryStepOutcome>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentException.ThrowIfNullOrEmpty(journal);
        if (!plan.IsExecutable)
        {
            throw new DisasterRecoveryException(plan.Problems);
        }

        // Whose journal it is, and whether it may go on, has to be known before traffic moves.
        await _recovery.BeginAsync(plan.State, journal, cancellationToken).ConfigureAwait(false);
        DisasterRecoveryRun run = new(plan, Applier(), progress);
        await run.CheckTrafficAsync(cancellationToken).ConfigureAwait(false);
        if (plan.IsTrafficFirst)
        {
            await run.MoveTrafficAsync(cancellationToken).ConfigureAwait(false);
        }

        await run.MoveStateAsync(steps => _recovery.ExecuteAsync(plan.State, journal, steps, cancellationToken)).ConfigureAwait(false);
        if (!plan.IsTrafficFirst)
        {
            await run.MoveTrafficAsync(cancellationToken).ConfigureAwait(false);
        }

        return run.Outcome();
    }

    /// <summary>Goes on with a plan that was begun; the journal has the plan for the state, and the traffic follows from the definitions.</summary>
    /// <inheritdoc cref="ExecuteAsync"/>
    public async Task<DisasterRecoveryOutcome> ResumeAsync(string journal, IProgress<DisasterRecoveryStepOutcome>? progress = null, CancellationToken cancellationToken = default)
    {
        DisasterRecoveryPlan plan = await PlanAroundAsync(PlanOf(journal), cancellationToken).ConfigureAwait(false);
        return await ExecuteAsync(plan, journal, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Undoes what was done of a plan, the state first, then the traffic. After clients were switched there is no way back but a fail-back.</summary>
    /// <param name="journal">Path of the journal.</param>
    /// <param name="cancellationToken">Stops the undoing, which can be repeated.</param>
    /// <returns>Which steps of the state are undone, and which can't be.</returns>
    /// <exception cref="FailoverException">Clients were switched, the journal is missing or damaged, or a cluster failed.</exception>
    /// <exception cref="DisasterRecoveryException">The traffic could not be put back; repeat it.</exception>
    public async Task<FailoverOutcome> AbortAsync(string journal, CancellationToken cancellationToken = default)
    {
        FailoverPlan state = PlanOf(journal);
        FailoverOutcome outcome = await _recovery.AbortAsync(journal, progress: null, cancellationToken).ConfigureAwait(false);
        TrafficMove? back = await Traffic().PlanAsync(state, isUndone: true, cancellationToken).ConfigureAwait(false);
        EquatableList<string> problems = back is null ? [] : (await Applier().MoveAsync(back, cancellationToken).ConfigureAwait(false)).Problems;
        return problems.Count == 0 ? outcome : throw new DisasterRecoveryException(problems);
    }

    private static FailoverPlan PlanOf(string journal)
    {
        ArgumentException.ThrowIfNullOrEmpty(journal);
        using FailoverJournal opened = FailoverJournal.Open(journal, TimeProvider.System);
        return opened.Plan;
    }
}
