using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>Where the traffic of services goes in a plan, and the objects that make it go there.</summary>
public sealed record TrafficMove
{
    /// <summary>Gets the region that traffic leaves.</summary>
    public required string From { get; init; }

    /// <summary>Gets the region that it goes to.</summary>
    public required string To { get; init; }

    /// <summary>Gets the services, as <c>namespace/name</c>, in the order of their declaration.</summary>
    public EquatableList<string> Services { get; init; } = [];

    /// <summary>Gets whether the mesh goes back to what it declares; otherwise a region is left out of what it declares.</summary>
    public bool IsReturn { get; init; }

    /// <summary>Gets the objects to apply.</summary>
    public ResourceSet Apply { get; init; } = ResourceSet.Empty;

    /// <summary>Gets the objects to delete, which the mesh as declared does not have.</summary>
    public ResourceSet Delete { get; init; } = ResourceSet.Empty;

    /// <summary>Gets the clusters of the mesh that are lost with the region, and left as they are; empty if none is.</summary>
    public EquatableList<string> LostClusters { get; init; } = [];

    /// <summary>Gets what applying would do, as of when the plan was made.</summary>
    public required ApplyPlan Plan { get; init; }
}
