using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Moves;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Steps;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Replication.Policies;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Planning;

/// <summary>Makes plans: reads both clusters, changes nothing.</summary>
/// <param name="clients">Clusters.</param>
/// <param name="topics">The flow that groups follow.</param>
/// <param name="back">The flow against it; <see langword="null"/> if there is none.</param>
/// <param name="time">Clock.</param>
/// <param name="builder">What to plan.</param>
internal sealed class FailoverPlanner(KafkaClients clients, FlowTopics topics, FlowTopics? back, TimeProvider time, FailoverPlanBuilder builder)
{
    private readonly Reachability _reach = new();

    private FlowSubjects Subjects => new(clients, topics, _reach);

    /// <summary>Plans a fail-over, or a fail-back in place.</summary>
    public async Task<FailoverPlan> MoveAsync(FailoverKind kind, CancellationToken cancellationToken)
    {
        bool isPlanned = kind != FailoverKind.Unplanned;
        MoveReading reading = await ReadMovesAsync(cancellationToken).ConfigureAwait(false);
        string[] moved = TopicsOf(reading);
        if (isPlanned && reading.IsSourceReachable)
        {
            // Checkpoints outlive topics.
            string[] all = await Subjects.TopicsAsync(cancellationToken).ConfigureAwait(false);
            moved = builder.Named is null ? all : [.. moved.Intersect(all)];
        }

        EquatableList<PartitionLoss> losses = isPlanned
            ? []
            : await new LossReading(clients, topics, _reach).ReadAsync(moved, cancellationToken).ConfigureAwait(false);
        PlanSteps steps = new(topics, back);
        IEnumerable<string> groups = reading.Groups.Select(g => g.Group);
        FailoverPlan plan = await Plan(kind).WithIdsAsync(clients, reading.IsSourceReachable, cancellationToken).ConfigureAwait(false);
        return plan with
        {
            Groups = reading.Groups,
            Topics = [.. moved],
            Losses = losses,
            Problems = [.. reading.Problems, .. SourceGone(isPlanned, reading), .. NobodyMoves(reading)],
            Notes = reading.Notes,
            Steps = kind switch
            {
                FailoverKind.Planned => steps.Planned(groups),
                FailoverKind.Unplanned => steps.Unplanned(groups),
                _ => steps.InPlace(groups),
            },
        };
    }

    /// <summary>Plans a fail-back that copies anew. Positions are known once it has.</summary>
    public async Task<FailoverPlan> CopyAnewAsync(FailBackWay way, CancellationToken cancellationToken)
    {
        string[] copied = await Subjects.TopicsAsync(cancellationToken).ConfigureAwait(false);
        string[] groups = [.. builder.Named ?? await Subjects.GroupsAsync(cancellationToken).ConfigureAwait(false)];
        IReadOnlyDictionary<string, int> there = await clients[topics.Flow.Target].GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        PlanSteps steps = new(topics, back);
        FailoverPlan plan = await Plan(FailoverKind.FailBack).WithIdsAsync(clients, asksSource: true, cancellationToken).ConfigureAwait(false);
        return plan with
        {
            Groups = [.. groups.Select(Seed)],
            Topics = [.. copied],
            Divergence = builder.Divergence,
            Problems = [.. NotMoved(groups)],
            Steps = way == FailBackWay.Rebuild ? steps.Rebuild(groups, copied.Select(topics.OnTarget).Where(there.ContainsKey)) : steps.FromDivergence(groups),
            Notes = ["Positions of groups are known once the flow has copied everything.", .. FromTheStart(way, copied.Where(t => there.ContainsKey(topics.OnTarget(t))))],
        };
    }

    /// <summary>Tells why a way does not fit; <see langword="null"/> if it does.</summary>
    public FailoverProblem? Unsuitable(FailBackWay way)
    {
        bool keepsNames = topics.Policy is IdentityReplicationPolicy;
        string flow = topics.Flow.Direction.ToString();
        return way switch
        {
            FailBackWay.InPlace when keepsNames => new(
                FailoverProblemKind.WayUnsuitable,
                flow,
                $"{flow} keeps the names of topics: those of both clusters have parted and can't be told from each other, so that all of it would be copied again.",
                "Take FailBackWay.Rebuild, or FailBackWay.FromDivergence."),
            FailBackWay.FromDivergence when !keepsNames || builder.Divergence.Count == 0 => new(
                FailoverProblemKind.WayUnsuitable,
                flow,
                keepsNames ? "It is not said where the clusters parted." : $"{flow} renames topics, so that nothing has to be copied again.",
                keepsNames ? "Say it with PartedAt(outcome.Divergence) of the fail-over, or take FailBackWay.Rebuild." : "Take FailBackWay.InPlace."),
            _ => null,
        };
    }

    private async Task<MoveReading> ReadMovesAsync(CancellationToken cancellationToken)
    {
        try
        {
            string[] groups = [.. builder.Named ?? await Subjects.GroupsAsync(cancellationToken).ConfigureAwait(false)];
            GroupMoves moves = new(clients, topics, new(clients, topics, back, _reach));
            MoveReading reading = await moves.ReadAsync([.. groups.Select(Seed)], builder.IsMovingBack, !builder.IsWaiting, cancellationToken).ConfigureAwait(false);

            // Of all groups, those without a position read nothing that the flow mirrors.
            IEnumerable<FailoverProblem> problems = reading.Problems.Where(p => builder.Named is not null || p.Kind != FailoverProblemKind.GroupUnknown);
            return reading with { Problems = [.. problems, .. NotMoved(builder.Named ?? [.. reading.Groups.Select(g => g.Group)])] };
        }
        catch (Exception e) when (Problems.OfInternalTopic(e) is { } problem)
        {
            return new([.. (builder.Named ?? []).Select(Seed)], [problem], [], _reach.CauseOf(clients[topics.Flow.Source]));
        }
    }

    private IEnumerable<FailoverProblem> NotMoved(IReadOnlyList<string> moved) => builder.GroupsWithStart.Except(moved).Select(group => new FailoverProblem(
        FailoverProblemKind.GroupNotMoved,
        group,
        $"A start is chosen for the group '{group}', which the plan does not move.{KnownGroups.Hint(moved, group)}",
        "Correct its name, name it with Groups where nothing tells of it, or leave the choice out: it begins where its clients say then."));

    private IEnumerable<FailoverProblem> SourceGone(bool isPlanned, MoveReading reading) => !isPlanned || reading.IsSourceReachable ? [] :
    [
        new(
            FailoverProblemKind.ClusterFailed,
            topics.Flow.Source,
            $"The Kafka cluster '{topics.Flow.Source}' can't be reached, so that it can't be drained. {reading.SourceFailure}",
            "Plan again when it can, or plan with Unplanned()."),
    ];

    private IEnumerable<FailoverProblem> NobodyMoves(MoveReading reading) => builder.Named is not null || reading.Groups.Count + reading.Problems.Count > 0 || reading.IsSourceReachable ? [] :
    [
        new(
            FailoverProblemKind.GroupUnknown,
            topics.Flow.Direction.ToString(),
            $"No checkpoint on {topics.Flow.Target} tells of any group, and {topics.Flow.Source} can't be asked which there are: none would be moved.",
            "Name them with Groups, and choose where they start with WithoutCheckpoint; or move clients alone, with WithoutGroups()."),
    ];

    private IEnumerable<string> FromTheStart(FailBackWay way, IEnumerable<string> copied)
    {
        string[] untold = [.. copied.Except(builder.Divergence.Select(e => e.Partition.Topic))];
        if (way == FailBackWay.FromDivergence && untold.Length > 0)
        {
            yield return $"D: {topics.Flow.Direction} copies {string.Join(", ", untold)} from the start, as PartedAt does not tell where the clusters parted there: what {topics.Flow.Target} already has of it is there twice then. Add the divergence of the fail-over that moved the groups which read it, or let the flow leave it out.";
        }
    }

    // What came from the other cluster goes back on its own.
    private string[] TopicsOf(MoveReading reading) =>
    [
        .. reading.Groups.SelectMany(g => g.Positions).Where(p => topics.OnTarget(p.Source) == p.Target).Select(p => p.Source.Topic).Distinct().Order(StringComparer.Ordinal),
    ];

    private GroupMove Seed(string group) => new(group) { WithoutCheckpoint = builder.StartOf(group) };

    private FailoverPlan Plan(FailoverKind kind) => new()
    {
        CreatedAt = time.GetUtcNow(),
        Kind = kind,
        From = topics.Flow.Source,
        To = topics.Flow.Target,
        MovesBack = builder.IsMovingBack,
        WaitsForActiveGroups = builder.IsWaiting,
    };
}
