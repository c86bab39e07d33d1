using Mesh.Sdk.Apply;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Usage;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>
/// Plans and executes fail-over and fail-back of a mesh and its Kafka clusters together: policies of the mesh through an applier, groups through
/// recovery. Requests of services that use Kafka leave the region of the Kafka cluster that groups leave.
/// </summary>
public sealed partial class DisasterRecoveryPlanner
{
    private readonly KafkaUsage _usage;
    private readonly KafkaRecovery _recovery;
    private readonly IResourceApplier _applier;

    /// <summary>Joins both halves.</summary>
    /// <param name="usage">The mesh, the Kafka clusters with their places, and which services use them.</param>
    /// <param name="recovery">Recovery of the same topology, with the tools that plans act through.</param>
    /// <param name="applier">Applies objects to the clusters of the mesh, such as <see cref="FanOutApplier"/>.</param>
    public DisasterRecoveryPlanner(KafkaUsage usage, KafkaRecovery recovery, IResourceApplier applier)
    {
        ArgumentNullException.ThrowIfNull(usage);
        ArgumentNullException.ThrowIfNull(recovery);
        ArgumentNullException.ThrowIfNull(applier);
        (_usage, _recovery, _applier) = (usage, recovery, applier);
    }

    /// <summary>Gets how objects are applied. A plan has a few objects of the mesh only, so nothing is pruned, whatever the set says.</summary>
    public ApplyOptions Options { get; init; } = ApplyOptions.Default;

    /// <summary>Gets how the mesh is rendered; as it is, unless told otherwise. It has to be what the mesh was applied with.</summary>
    public Func<ServiceMesh, ResourceSet> Render { get; init; } = mesh => mesh.Render();

    /// <summary>Plans a fail-over. Reads and changes nothing.</summary>
    /// <inheritdoc cref="KafkaRecovery.PlanFailOverAsync"/>
    public async Task<DisasterRecoveryPlan> PlanFailOverAsync(
        string from, string to, Action<FailoverPlanBuilder>? configure = null, CancellationToken cancellationToken = default) =>
        await PlanAroundAsync(await _recovery.PlanFailOverAsync(from, to, configure, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Plans a fail-back: groups go back, and the mesh to what it declares. Reads and changes nothing.</summary>
    /// <inheritdoc cref="KafkaRecovery.PlanFailBackAsync"/>
    public async Task<DisasterRecoveryPlan> PlanFailBackAsync(
        string from, string to, FailBackWay way = FailBackWay.InPlace, Action<FailoverPlanBuilder>? configure = null, CancellationToken cancellationToken = default) =>
        await PlanAroundAsync(await _recovery.PlanFailBackAsync(from, to, way, configure, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Adds the traffic to a plan for the state, such as one that was read from a file.</summary>
    /// <param name="state">Plan for the state.</param>
    /// <param name="cancellationToken">Ends the planning.</param>
    /// <exception cref="ArgumentException">The topology has no flow between the clusters of the plan.</exception>
    public async Task<DisasterRecoveryPlan> PlanAroundAsync(FailoverPlan state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        ReplicationFlow flow = FlowOf(state.From, state.To);
        TrafficPlanner planner = Traffic();
        TrafficMove? traffic = await planner.PlanAsync(state, isUndone: false, cancellationToken).ConfigureAwait(false);
        bool isTrafficFirst = state.Kind == FailoverKind.Unplanned || _recovery.Tools.Switch is null;
        return new()
        {
            State = state,
            Traffic = traffic,
            IsTrafficFirst = isTrafficFirst,
            Steps = PlanSequence.Of(state, traffic, isTrafficFirst),
            Problems =
            [
                .. state.Problems.Select(p => p.ToString()),
                .. new[] { state.From, state.To }.Where(alias => planner.RegionOf(alias).Length == 0).Select(Nowhere),
                .. planner.Away(state).Problems(),
                .. traffic is null ? [] : TrafficApplier.Refusals(traffic.Plan),
            ],
            Notes = [.. state.Notes, .. Notes(traffic)],
            Estimate = Estimation.Of(flow, state.Kind, _recovery.Tools, planner.Away(state).Services()),
            TargetBootstrapServers = _usage.Topology.FindCluster(state.To)!.BootstrapServers,
        };
    }

    /// <summary>Tells from intervals how much a fail-over may lose, how much groups read again, and how long it takes.</summary>
    /// <param name="from">Alias of the Kafka cluster that groups would leave.</param>
    /// <param name="to">Alias of the one that they would go on at.</param>
    /// <param name="kind">Which kind of plan.</param>
    /// <exception cref="ArgumentException">The topology has no such flow.</exception>
    public RecoveryEstimate Estimate(string from, string to, FailoverKind kind = FailoverKind.Unplanned) => Estimation.Of(
        FlowOf(from, to), kind, _recovery.Tools, Traffic().Away(new() { CreatedAt = default, Kind = kind, From = from, To = to }).Services());

    private static string Nowhere(string alias) =>
        $"It is not told in which region the Kafka cluster '{alias}' is, so no traffic can follow it. Call InRegion, or OnMeshCluster with a cluster that has a region.";

    private static IEnumerable<string> Notes(TrafficMove? traffic) => traffic switch
    {
        null => ["No traffic moves: no service that uses Kafka runs in the region that groups leave, or both Kafka clusters are in one region."],
        { LostClusters.Count: > 0 } => [$"Clusters of the lost region keep their policies, which nobody can reach: {string.Join(", ", traffic.LostClusters)}. Apply the plan again when they are back and traffic is still away."],
        _ => [],
    };

    private ReplicationFlow FlowOf(string from, string to) =>
        _usage.Topology.FindFlow(from, to) ?? throw new ArgumentException($"The topology has no flow '{from}->{to}'.", nameof(from));

    private TrafficApplier Applier() => new(_applier, Options with { Set = Options.Set is { } set ? set with { Prunes = false } : null });

    private TrafficPlanner Traffic() => new(_usage, Render, Applier());
}
