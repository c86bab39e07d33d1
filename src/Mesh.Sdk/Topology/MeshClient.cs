using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>Workloads that only send, such as a load generator: they have no Service. Immutable; compares by value.</summary>
public sealed record MeshClient
{
    /// <summary>Gets the name: a DNS-1123 label. The pods carry it as label <c>app</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>Gets the service account of the workloads. <see langword="null"/> means the namespace's default one.</summary>
    public string? ServiceAccount { get; init; }

    /// <summary>Gets the workloads.</summary>
    public EquatableList<Workload> Workloads { get; init; } = [];
}
