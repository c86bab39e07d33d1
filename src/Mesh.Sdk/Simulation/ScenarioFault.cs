using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation;

/// <summary>A fault of a scenario. Members that its kind does not use are unset.</summary>
public sealed record ScenarioFault
{
    /// <summary>Gets what goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>Gets when.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>Gets how long it lasts. <see langword="null"/> means until the end.</summary>
    public TimeSpan? RecoversAfter { get; init; }

    /// <summary>Gets the service, <c>name</c> or <c>namespace/name</c>.</summary>
    public string? Service { get; init; }

    /// <summary>Gets the cluster; <see langword="null"/> means every cluster where the kind allows it.</summary>
    public string? Cluster { get; init; }

    /// <summary>Gets the other cluster of a partition.</summary>
    public string? OtherCluster { get; init; }

    /// <summary>Gets the zone.</summary>
    public string? Zone { get; init; }

    /// <summary>Gets the region.</summary>
    public string? Region { get; init; }

    /// <summary>Gets the provider.</summary>
    public CloudProvider? Provider { get; init; }

    /// <summary>Gets the version that is rolled out.</summary>
    public string? Version { get; init; }

    /// <summary>Gets the pods that a cluster has afterwards.</summary>
    public int? Replicas { get; init; }

    /// <summary>Gets the status that is answered.</summary>
    public int? Status { get; init; }

    /// <summary>Gets which part of the requests is answered so, 0 to 1.</summary>
    public double? ErrorRatio { get; init; }

    /// <summary>Gets by how much answers or endpoints come later.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>Gets when it ends; <see langword="null"/> if it does not.</summary>
    public TimeSpan? RecoversAt => At + RecoversAfter;

    /// <summary>Returns whether a whole cluster is lost by it.</summary>
    internal bool Takes(MeshCluster cluster) => Kind switch
    {
        FaultKind.ClusterLost => Cluster == cluster.Name,
        FaultKind.RegionLost => Region == cluster.Region,
        FaultKind.ProviderLost => Provider == cluster.Provider,
        _ => false,
    };

    /// <summary>Returns what happens, as a sentence without its full stop.</summary>
    public override string ToString() => FaultWords.Of(this);
}
