using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>What runs of a service in one cluster.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Name">Name of the workload.</param>
/// <param name="Replicas">How many run.</param>
/// <param name="Growth">How many more an autoscaler may start.</param>
/// <param name="Places">Where they may run.</param>
internal sealed record PlacedWorkload(string Cluster, string Name, int Replicas, int Growth, IReadOnlyList<Locality> Places)
{
    /// <summary>Gets the object; <see langword="null"/> if a definition tells of it.</summary>
    public RunningWorkload? Object { get; init; }
}
