using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>A priority and what it takes.</summary>
public sealed record PriorityShare
{
    /// <summary>Gets the priority; 0 is used first.</summary>
    public required int Priority { get; init; }

    /// <summary>Gets its localities.</summary>
    public required EquatableList<string> Localities { get; init; }

    /// <summary>Gets the clusters of the mesh that serve it.</summary>
    public required EquatableList<string> Clusters { get; init; }

    /// <summary>Gets how many hosts it has. A gateway is one, however many endpoints stand behind it.</summary>
    public required int Hosts { get; init; }

    /// <summary>Gets how many of them are healthy.</summary>
    public required int HealthyHosts { get; init; }

    /// <summary>Gets its health: healthy hosts times overprovisioning factor, at most 100.</summary>
    public required int HealthPercent { get; init; }

    /// <summary>Gets the percentage of requests that it takes.</summary>
    public required int LoadPercent { get; init; }

    /// <summary>Gets whether it uses unhealthy hosts too.</summary>
    public required bool IsInPanic { get; init; }
}
