using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Simulation.Page;

/// <summary>What the page shows, whether it was simulated or read from a live mesh.</summary>
internal sealed record PageView
{
    public required string Title { get; init; }

    public required string Mesh { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>Gets when the first moment was, for a live mesh; <see langword="null"/> where time is virtual.</summary>
    public DateTimeOffset? Start { get; init; }

    public required IReadOnlyList<PageCluster> Clusters { get; init; }

    public required IReadOnlyList<PageService> Services { get; init; }

    public required IReadOnlyList<SimulatedClient> Clients { get; init; }

    public required IReadOnlyList<TrafficSeries> Traffic { get; init; }

    public IReadOnlyList<CapacitySeries> Capacity { get; init; } = [];

    public IReadOnlyList<SimulationEvent> Events { get; init; } = [];

    public IReadOnlyList<PageFault> Faults { get; init; } = [];

    public IEnumerable<Diagnostic> Findings { get; init; } = [];

    public IReadOnlyList<string> Assumptions { get; init; } = [];

    public IReadOnlyList<SimulationChart> Charts { get; init; } = [];

    /// <summary>Gets the words for the causes of failures, in the order of <see cref="FailureCause"/>.</summary>
    public required IReadOnlyList<string> Causes { get; init; }
}
