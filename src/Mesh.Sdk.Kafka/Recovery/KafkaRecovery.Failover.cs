using System.Globalization;
using Mesh.Sdk.Kafka.Recovery.Journal;
using Mesh.Sdk.Kafka.Recovery.Planning;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Steps;
using Mesh.Sdk.Kafka.Recovery.Topics;

namespace Mesh.Sdk.Kafka.Recovery;

/// <content>Fail-over and fail-back: first a plan, which is executed step by step with a journal on disk.</content>
public sealed partial class KafkaRecovery
{
    /// <summary>Gets what plans act through when they are executed. By default nothing, so that operators stop flows and switch clients.</summary>
    public FailoverTools Tools { get; init; } = new();

    /// <summary>Plans to move groups along a flow. Reads both clusters, or what is left of them, and changes nothing.</summary>
    /// <param name="from">Alias of the cluster that groups leave, the source of the flow.</param>
    /// <param name="to">Alias of the cluster that they go on at.</param>
    /// <param name="configure">Says which groups, and whether the source still works. By default all, and it does.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The plan. What is in its way is in <see cref="FailoverPlan.Problems"/>, all of it at once.</returns>
    /// <exception cref="ArgumentException">The topology has no such flow, or its policy is a class of its own.</exception>
    /// <exception cref="Clients.KafkaClusterException">The target can't be reached, or a cluster refuses.</exception>
    public Task<FailoverPlan> PlanFailOverAsync(
        string from, string to, Action<FailoverPlanBuilder>? configure = null, CancellationToken cancellationToken = default)
    {
        FailoverPlanBuilder builder = Configured(configure);
        return Planner(from, to, builder).MoveAsync(builder.Kind, cancellationToken);
    }

    /// <summary>Plans to move groups back to where they came from. Both clusters have to work. Reads and changes nothing.</summary>
    /// <param name="from">Alias of the cluster that groups are on now.</param>
    /// <param name="to">Alias of the cluster that they go back to.</param>
    /// <param name="way">In which way.</param>
    /// <param name="configure">Says which groups. By default all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The plan. What is in its way is in <see cref="FailoverPlan.Problems"/>.</returns>
    /// <exception cref="ArgumentException">The topology has no flow from <paramref name="from"/> to <paramref name="to"/>, or its policy is a class of its own.</exception>
    /// <exception cref="FailoverException">The way does not fit the policy of the flow.</exception>
    /// <exception cref="Clients.KafkaClusterException">A cluster can't be reached, or refuses.</exception>
    public Task<FailoverPlan> PlanFailBackAsync(
        string from, string to, FailBackWay way = FailBackWay.InPlace, Action<FailoverPlanBuilder>? configure = null, CancellationToken cancellationToken = default)
    {
        FailoverPlanner planner = Planner(from, to, Configured(configure));
        return planner.Unsuitable(way) is { } problem
            ? throw new FailoverException([problem])
            : way == FailBackWay.InPlace
                ? planner.MoveAsync(FailoverKind.FailBack, cancellationToken)
                : planner.CopyAnewAsync(way, cancellationToken);
    }

    /// <summary>Executes a plan step by step. Where its journal has steps already, it goes on behind them: after a failure, or after a crash at any point.</summary>
    /// <param name="plan">Plan.</param>
    /// <param name="journal">Path of the journal, a file that is made for this plan, and that no other execution may have open.</param>
    /// <param name="progress">Told before and after each step; may be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the execution, which can be resumed.</param>
    /// <returns>How each step ended, positions, and where both clusters part.</returns>
    /// <exception cref="FailoverException">
    /// The plan has problems or is of another topology, the journal is not its own, damaged or can't be opened, clients were moved by others since it
    /// was begun, or a step failed: <see cref="FailoverException.Outcome"/> says what is done and what is not.
    /// </exception>
    /// <exception cref="IOException">The journal can't be written to, as the disk is full: what was done is executed again.</exception>
    public async Task<FailoverOutcome> ExecuteAsync(
        FailoverPlan plan, string journal, IProgress<StepOutcome>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentException.ThrowIfNullOrEmpty(journal);
        if (!plan.IsExecutable)
        {
            throw new FailoverException(plan.Problems);
        }

        CheckFlow(plan, $"{plan.From}->{plan.To}");
        using FailoverJournal opened = FailoverJournal.Open(journal, plan, _time);
        return await ExecuteAsync(opened, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes on with a plan that was begun; the journal has it. Where there is none, that is a <see cref="FailoverProblemKind.JournalMissing"/>.</summary>
    /// <inheritdoc cref="ExecuteAsync(FailoverPlan, string, IProgress{StepOutcome}?, CancellationToken)"/>
    public async Task<FailoverOutcome> ResumeAsync(string journal, IProgress<StepOutcome>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(journal);
        using FailoverJournal opened = FailoverJournal.Open(journal, _time);
        CheckFlow(opened.Plan, opened.Path, JournalReading.OutcomeOf(opened));
        return await ExecuteAsync(opened, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Undoes what was done of a plan, the last step first: clients go on where they were, flows run again, positions that nobody has moved since
    /// are put back. After clients were switched there is no way back but a fail-back. A plan that was aborted is not executed any more.
    /// </summary>
    /// <param name="journal">Path of the journal.</param>
    /// <param name="progress">Told after each step; may be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Stops the undoing, which can be repeated.</param>
    /// <returns>Which steps are undone, and which can't be.</returns>
    /// <exception cref="FailoverException">
    /// Clients were switched, by this plan or by others, the journal is missing, in use, damaged or of another topology, or a cluster failed: then repeat it.
    /// </exception>
    public async Task<FailoverOutcome> AbortAsync(string journal, IProgress<StepOutcome>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(journal);
        using FailoverJournal opened = FailoverJournal.Open(journal, _time);
        CheckFlow(opened.Plan, opened.Path, JournalReading.OutcomeOf(opened));
        await ClusterIds.CheckAsync(opened.Plan, _clients, cancellationToken).ConfigureAwait(false);
        return await new FailoverUndoing(ContextOf(opened), progress).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Plans to move one group while both clusters work, and executes the plan.</summary>
    /// <param name="group">Consumer group.</param>
    /// <param name="from">Alias of the cluster that it leaves.</param>
    /// <param name="to">Alias of the cluster that it goes on at.</param>
    /// <param name="cancellationToken">Stops the execution.</param>
    /// <returns>How each step ended. The journal is in the folder for temporary files.</returns>
    /// <inheritdoc cref="ExecuteAsync(FailoverPlan, string, IProgress{StepOutcome}?, CancellationToken)" path="/exception"/>
    public async Task<FailoverOutcome> FailOverAsync(string group, string from, string to, CancellationToken cancellationToken = default)
    {
        FailoverPlan plan = await PlanFailOverAsync(from, to, o => o.Groups(group), cancellationToken).ConfigureAwait(false);
        string journal = Path.Combine(Path.GetTempPath(), $"failover-{plan.Id}.journal");
        return await ExecuteAsync(plan, journal, progress: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins the journal of a plan, or finds out whether the plan in it may go on.</summary>
    internal async Task BeginAsync(FailoverPlan plan, string journal, CancellationToken cancellationToken)
    {
        CheckFlow(plan, $"{plan.From}->{plan.To}");
        using FailoverJournal opened = FailoverJournal.Open(journal, plan, _time);
        await CheckAsync(opened, cancellationToken).ConfigureAwait(false);
    }

    private static FailoverPlanBuilder Configured(Action<FailoverPlanBuilder>? configure)
    {
        FailoverPlanBuilder builder = new();
        configure?.Invoke(builder);
        return builder;
    }

    private FailoverPlanner Planner(string from, string to, FailoverPlanBuilder builder) => new(_clients, TopicsOf(from, to), BackOf(from, to), _time, builder);

    private FlowTopics? BackOf(string from, string to) => _topology.FindFlow(to, from)?.Policy() is null ? null : TopicsOf(to, from);

    private async Task<FailoverOutcome> ExecuteAsync(FailoverJournal journal, IProgress<StepOutcome>? progress, CancellationToken cancellationToken)
    {
        if (JournalReading.OutcomeOf(journal) is { IsComplete: true } outcome)
        {
            return outcome;
        }

        await CheckAsync(journal, cancellationToken).ConfigureAwait(false);
        await ClusterIds.CheckAsync(journal.Plan, _clients, cancellationToken).ConfigureAwait(false);
        return await new FailoverRun(ContextOf(journal), progress).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task CheckAsync(FailoverJournal journal, CancellationToken cancellationToken)
    {
        if (journal.Has(JournalEvent.Aborting))
        {
            throw new FailoverException(
                [new(FailoverProblemKind.PlanAborted, journal.Path, string.Create(CultureInfo.InvariantCulture, $"The plan {journal.Plan.Id} was aborted."), "Make a new plan.")],
                JournalReading.OutcomeOf(journal));
        }

        if (journal.Entries.Any(e => e.Step is not null))
        {
            await new ClientsCheck(ContextOf(journal)).BeforeGoingOnAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void CheckFlow(FailoverPlan plan, string subject, FailoverOutcome? outcome = null)
    {
        if (_topology.FindFlow(plan.From, plan.To) is null)
        {
            FailoverProblem problem = new(
                FailoverProblemKind.OtherTopology,
                subject,
                $"The plan {plan.Id} moves groups along {plan.From}->{plan.To}, which this topology does not have; it has {string.Join(", ", _topology.Flows.Select(f => f.Direction))}.",
                "Go on with the topology that it was made for, or make a new plan.");
            throw new FailoverException([problem], outcome);
        }
    }

    private StepContext ContextOf(FailoverJournal journal)
    {
        FailoverPlan plan = journal.Plan;
        return new(_clients, TopicsOf(plan.From, plan.To), BackOf(plan.From, plan.To), journal, Tools, _time);
    }
}
