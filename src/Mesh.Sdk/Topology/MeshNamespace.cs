using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>A namespace of the mesh, on every cluster that needs it. Immutable; compares by value.</summary>
public sealed record MeshNamespace
{
    /// <summary>Gets the name: a DNS-1123 label.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the labels beside those for injection.</summary>
    public EquatableMap<string> Labels { get; init; } = [];

    /// <summary>Gets whether pods get a sidecar. Enabled unless told otherwise.</summary>
    public SidecarInjection Injection { get; init; }

    /// <summary>Gets the Istio revision that injects. <see langword="null"/> means that of each cluster.</summary>
    public string? Revision { get; init; }

    /// <summary>Gets the mutual TLS mode of the namespace. <see langword="null"/> means that of the mesh.</summary>
    public MutualTlsMode? MutualTls { get; init; }

    /// <summary>
    /// Gets the hosts that sidecars of the namespace know, as <c>namespace/host</c> (<c>./*</c>, <c>istio-system/*</c>).
    /// Empty means every host of the mesh.
    /// </summary>
    public EquatableList<string> EgressHosts { get; init; } = [];
}
