using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Journal;
using Mesh.Sdk.Kafka.Recovery.Moves;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>What the steps of a plan work with.</summary>
internal sealed class StepContext(
    KafkaClients clients, FlowTopics topics, FlowTopics? back, FailoverJournal journal, FailoverTools tools, TimeProvider time)
{
    public FailoverPlan Plan => journal.Plan;

    public FailoverJournal Journal => journal;

    public KafkaClients Clients => clients;

    public FlowTopics Topics => topics;

    public FailoverTools Tools => tools;

    /// <summary>Gets what switches clients, within the patience of the tools.</summary>
    public IClusterSwitch? Switch => tools.Switch is { } clients ? new PatientSwitch(clients, Plan, Waiting) : null;

    /// <summary>Gets what controls flows, within the patience of the tools.</summary>
    public IMirrorControl? Mirrors => tools.Mirrors is { } mirrors ? new PatientMirrorControl(mirrors, Waiting) : null;

    public TimeProvider Time => time;

    public Waiting Waiting { get; } = new(tools, time);

    public Coverage Coverage { get; } = new(clients, topics, time);

    public ClusterClient From => clients[topics.Flow.Source];

    public ClusterClient To => clients[topics.Flow.Target];

    /// <summary>Gets the groups as they were translated, which is what is committed.</summary>
    public IReadOnlyList<GroupMove> Translated => journal.ResultOf(FailoverAction.Translate)?.Groups ?? [];

    /// <summary>Translates along the flow as of now; throws if the source takes part and is lost.</summary>
    public async Task<IReadOnlyCollection<GroupTranslation>> TranslateAsync(IReadOnlyCollection<string> groups, CancellationToken cancellationToken)
    {
        Reachability reach = new();
        Dictionary<string, GroupTranslation> found = await new GroupTranslations(clients, topics, back, reach).ForwardsAsync(groups, cancellationToken).ConfigureAwait(false);
        ThrowIfLost(reach.CauseOf(From));
        return found.Values;
    }

    /// <summary>Finds out where groups go on now; throws if one may not, or if the source takes part and is lost.</summary>
    public async Task<MoveReading> ReadMovesAsync(bool refusesActive, CancellationToken cancellationToken)
    {
        Reachability reach = Plan.IsMadeWithoutSource ? Reachability.Without(From, $"The plan {Plan.Id} was made without it.") : new();
        GroupMoves moves = new(clients, topics, new(clients, topics, back, reach));
        MoveReading reading = await moves.ReadAsync([.. Plan.Groups], Plan.MovesBack, refusesActive, cancellationToken).ConfigureAwait(false);
        ThrowIfLost(reading.SourceFailure);
        return reading.Problems.Count == 0 ? reading : throw new FailoverException(reading.Problems);
    }

    /// <summary>Returns the groups of the plan that have members on a cluster.</summary>
    public async Task<IReadOnlyList<string>> ActiveGroupsAsync(ClusterClient cluster, CancellationToken cancellationToken)
    {
        List<string> active = [];
        foreach (string group in Plan.Groups.Select(g => g.Group))
        {
            if (await cluster.Administration.GetGroupStateAsync(group, cancellationToken).ConfigureAwait(false) == GroupState.Active)
            {
                active.Add(group);
            }
        }

        return active;
    }

    /// <summary>Returns the partitions of the plan's topics on the source.</summary>
    public async Task<TopicPartition[]> SourcePartitionsAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, int> all = await From.GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        FailoverProblem[] gone = [.. Plan.Topics.Where(t => !all.ContainsKey(t)).Select(Gone)];
        return gone.Length == 0
            ? [.. Plan.Topics.SelectMany(t => Enumerable.Range(0, all[t]).Select(p => new TopicPartition(t, p)))]
            : throw new FailoverException([.. gone]);
    }

    /// <summary>Returns the ends of the plan's topics on the source, in order.</summary>
    public async Task<IReadOnlyList<PartitionEnd>> SourceEndsAsync(CancellationToken cancellationToken)
    {
        TopicPartition[] partitions = await SourcePartitionsAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<TopicPartition, long> ends = await From.GetEndOffsetsAsync(partitions, cancellationToken).ConfigureAwait(false);
        return [.. partitions.Select(p => new PartitionEnd(p, ends[p]))];
    }

    /// <summary>Has an operator do a step.</summary>
    public async Task<StepResult> ByHandAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        if (tools.Confirm is null && step.IsOptional)
        {
            return new("An operator has to do it.") { IsLeftToOperator = true };
        }

        return tools.Confirm is not null && await tools.Confirm(step, cancellationToken).ConfigureAwait(false)
            ? new("Confirmed by the operator.")
            : throw Problems.Failure(
                FailoverProblemKind.NotConfirmed,
                step.Subject,
                $"Nobody has confirmed the step '{step.Text}'.",
                "Do it, and execute the plan again with FailoverTools.Confirm, or with what does it.");
    }

    // Checkpoints alone would do, but not prove that nothing was read since.
    private void ThrowIfLost(string? sourceFailure)
    {
        if (sourceFailure is not null && Plan.Kind != FailoverKind.Unplanned)
        {
            throw Problems.Failure(
                FailoverProblemKind.ClusterFailed,
                From.Alias,
                $"The Kafka cluster '{From.Alias}' can't be reached, so that it can't be asked where groups are. {sourceFailure}",
                "Execute the plan again when it can: it goes on where it stopped. If it is lost, abort the plan, and plan with Unplanned().");
        }
    }

    private FailoverProblem Gone(string topic) => new(
        FailoverProblemKind.TopicMissing,
        topic,
        $"The topic '{topic}' can't be seen on {From.Alias}, so it can't be proved that all of it is copied.",
        "Execute the plan again when it can; if it was deleted, abort the plan and make a new one.");
}
