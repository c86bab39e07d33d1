using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation;

/// <summary>A proxy that sends: the ingress gateway of a cluster, or the sidecars of a service there.</summary>
public sealed record SimulatedClient
{
    /// <summary>Gets the name, such as <c>ingress.waynz0r-1009-02-aws</c> or <c>frontpage.waynz0r-1009-01-gke</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the cluster in which it runs.</summary>
    public required string Cluster { get; init; }

    /// <summary>Gets where it runs.</summary>
    public required Locality Locality { get; init; }

    /// <summary>Gets the service that it is a sidecar of, as <c>namespace/name</c>; <see langword="null"/> for an ingress gateway.</summary>
    public string? CallingService { get; init; }
}
