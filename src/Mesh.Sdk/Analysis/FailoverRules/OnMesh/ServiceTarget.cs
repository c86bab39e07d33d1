using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>What clients call: a service, or a port or subset of it that has a policy of its own.</summary>
internal sealed record ServiceTarget
{
    /// <summary>Gets the name as findings write it.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what is called.</summary>
    public required TrafficService Service { get; init; }

    public bool HasPorts { get; init; }

    /// <summary>Gets the clusters where the name resolves; empty means all.</summary>
    public EquatableList<string> ResolvesIn { get; init; } = [];

    public IReadOnlyList<RegionFailover> Failovers { get; init; } = [];

    /// <summary>Gets the regions in the order in which every client uses them.</summary>
    public EquatableList<string> FailoverOrder { get; init; } = [];

    public bool DeclaresFailover { get; init; }

    public bool IsExposed { get; init; }

    public required EquatableList<TrafficEndpoint> Endpoints { get; init; }

    /// <summary>Gets what really runs.</summary>
    public required IReadOnlyList<PlacedWorkload> Workloads { get; init; }

    /// <summary>Gets whether it is told where everything runs.</summary>
    public bool IsPlaced { get; init; } = true;

    /// <summary>Gets whether it is told how many run; else one stands for some.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>Gets the senders that are the service itself.</summary>
    public required IReadOnlySet<string> Own { get; init; }

    /// <summary>Gets where findings about it go.</summary>
    public required ServicePlaces Places { get; init; }
}
