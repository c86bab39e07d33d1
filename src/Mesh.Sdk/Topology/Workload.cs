using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>Pods of a service or client in one cluster, and zone if told. Compares by value.</summary>
public sealed record Workload
{
    /// <summary>
    /// Gets the name of the Deployment, unique in its cluster and namespace. By default the name of the service, its version
    /// if there is one, and the zone if the same version runs in several zones of the cluster: <c>frontpage-v1</c>.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>Gets the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Gets the zone. <see langword="null"/> leaves the choice to the scheduler.</summary>
    public string? Zone { get; init; }

    /// <summary>Gets the sub-zone. <see langword="null"/> means that of the cluster.</summary>
    public string? SubZone { get; init; }

    /// <summary>Gets the number of pods, 0 or more. 1 unless told otherwise.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>Gets the value of the pod label <c>version</c>. <see langword="null"/> means no such label.</summary>
    public string? Version { get; init; }

    /// <summary>Gets the pod labels beside those of the service, <c>app</c> and <c>version</c>.</summary>
    public EquatableMap<string> Labels { get; init; } = [];

    /// <summary>Gets the service account. <see langword="null"/> means that of the service, else the namespace's default one.</summary>
    public string? ServiceAccount { get; init; }

    /// <summary>Gets the container. <see langword="null"/> means that something else deploys the workload.</summary>
    public WorkloadContainer? Container { get; init; }
}
