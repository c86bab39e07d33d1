using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>What a simulation plays: who sends how much, what goes wrong when, and how the parts behave. Immutable; compares by value.</summary>
public sealed record Scenario
{
    /// <summary>Gets who sends.</summary>
    public EquatableList<ScenarioLoad> Loads { get; init; } = [];

    /// <summary>Gets what goes wrong.</summary>
    public EquatableList<ScenarioFault> Faults { get; init; } = [];

    /// <summary>Gets how endpoints behave; services without an entry answer all in 10 ms without errors.</summary>
    public EquatableList<ServiceBehavior> Behaviors { get; init; } = [];

    /// <summary>Gets which service calls which.</summary>
    public EquatableList<ServiceCall> Calls { get; init; } = [];

    /// <summary>Gets how long is simulated.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Gets the length of a step, for loads that change evenly and for counts of the per-request mode; 1 s by default.</summary>
    public TimeSpan Resolution { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets how requests are simulated.</summary>
    public SimulationMode Mode { get; init; }

    /// <summary>Gets the seed of all chance.</summary>
    public ulong Seed { get; init; }

    /// <summary>Gets how long clients take to learn of changed endpoints; 1 s by default.</summary>
    /// <remarks>An assumption: the watch of the API server, Istio's debounce of 100 ms (<c>PILOT_DEBOUNCE_AFTER</c>) and the push.</remarks>
    public TimeSpan DiscoveryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets how long a pod that is told to end still answers; 5 s by default.</summary>
    /// <remarks>Source: Istio, <c>ProxyConfig.terminationDrainDuration</c>.</remarks>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets how long after a node went silent its pods count as not ready; 40 s by default.</summary>
    /// <remarks>Source: Kubernetes, <c>--node-monitor-grace-period</c> of kube-controller-manager (50 s since 1.32).</remarks>
    public TimeSpan NodeGracePeriod { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>Gets the version of Istio, major and minor; <see langword="null"/> means the current one.</summary>
    public Version? Istio { get; init; }

    /// <summary>Gets resources that hold instead of those rendered from the mesh, such as DestinationRules; <see langword="null"/> means none.</summary>
    public ResourceSet? Resources { get; init; }

    /// <summary>Gets how many steps, or requests in the per-request mode, a simulation may take; 50 million by default.</summary>
    public long Limit { get; init; } = 50_000_000;
}
