using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation;

/// <summary>What a simulation found. Immutable; the same mesh, scenario and seed give the same report.</summary>
/// <remarks>
/// Services are named <c>name</c> or, where two namespaces have one of that name, <c>namespace/name</c>. Queries about a service add all
/// its clients up.
/// </remarks>
public sealed partial record SimulationReport
{
    /// <summary>Gets the mesh.</summary>
    public required ServiceMesh Mesh { get; init; }

    /// <summary>Gets the scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Gets the clients that send.</summary>
    public required EquatableList<SimulatedClient> Clients { get; init; }

    /// <summary>Gets the requests, one series for each client, service and subset.</summary>
    public required EquatableList<TrafficSeries> Traffic { get; init; }

    /// <summary>Gets load and capacity, one series for each service and cluster.</summary>
    public required EquatableList<CapacitySeries> Capacity { get; init; }

    /// <summary>Gets what changed, in order.</summary>
    public required EquatableList<SimulationEvent> Events { get; init; }

    /// <summary>Gets what the simulation takes for granted, as sentences.</summary>
    public required EquatableList<string> Assumptions { get; init; }

    /// <summary>Gets how long was simulated.</summary>
    public TimeSpan Duration => Scenario.Duration;
}
