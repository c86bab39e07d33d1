using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Attachment;

/// <summary>How a cluster of the mesh is. Holds no secret.</summary>
public sealed record ClusterStatus
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the role.</summary>
    public required MeshClusterRole Type { get; init; }

    /// <summary>Gets how it is.</summary>
    public required MeshClusterState Status { get; init; }

    /// <summary>Gets the addresses of its gateway.</summary>
    public EquatableList<string> GatewayAddresses { get; init; } = [];

    /// <summary>Gets the control plane that serves it, as <c>revision.namespace</c>; <see langword="null"/> for a host, which serves itself.</summary>
    public string? ControlPlane { get; init; }

    /// <summary>Gets what is wrong; empty if nothing.</summary>
    public string Message { get; init; } = "";

    /// <summary>Gets whether the API server answered.</summary>
    public required bool IsReachable { get; init; }

    /// <summary>Gets the version of Kubernetes; <see langword="null"/> if it did not answer.</summary>
    public string? KubernetesVersion { get; init; }

    /// <summary>Gets the version of istiod, by its image; <see langword="null"/> if none was found there.</summary>
    public string? IstioVersion { get; init; }

    /// <summary>Gets what the hosts hold of it.</summary>
    public RemoteSecretState RemoteSecret { get; init; }

    /// <summary>Gets when the first token ends that a host holds; <see langword="null"/> if none does.</summary>
    public DateTimeOffset? TokenExpiresAt { get; init; }
}
