using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology.Checks;

namespace Mesh.Sdk.Topology;

/// <summary>
/// A mesh over several clusters: what a user declares, checked, and nothing that has to be asked from a live system.
/// Immutable; compares by value, lists included.
/// </summary>
public sealed record ServiceMesh
{
    /// <summary>Gets the name, which is also Istio's mesh id: a DNS-1123 label.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the trust domain. <c>cluster.local</c> unless told otherwise.</summary>
    public string TrustDomain { get; init; } = "cluster.local";

    /// <summary>Gets the namespace of the control plane, which is also the root namespace. <c>istio-system</c> unless told otherwise.</summary>
    public string IstioNamespace { get; init; } = "istio-system";

    /// <summary>Gets the mutual TLS mode of the mesh. <see langword="null"/> leaves the platform default, permissive.</summary>
    public MutualTlsMode? MutualTls { get; init; }

    /// <summary>Gets the clusters in the order of their declaration.</summary>
    public EquatableList<MeshCluster> Clusters { get; init; } = [];

    /// <summary>Gets the namespaces: those declared, then those that services and clients name.</summary>
    public EquatableList<MeshNamespace> Namespaces { get; init; } = [];

    /// <summary>Gets the services in the order of their declaration.</summary>
    public EquatableList<MeshService> Services { get; init; } = [];

    /// <summary>Gets the workloads that only send, in the order of their declaration.</summary>
    public EquatableList<MeshClient> Clients { get; init; } = [];

    /// <summary>Defines a mesh.</summary>
    /// <param name="name">Name of the mesh.</param>
    /// <param name="configure">Declares clusters, namespaces and services.</param>
    /// <exception cref="MeshDefinitionException">The definition has errors; the exception carries all findings.</exception>
    public static ServiceMesh Define(string name, Action<ServiceMeshBuilder> configure)
    {
        DiagnosticReport report = TryDefine(name, configure, out ServiceMesh? mesh);
        return mesh ?? throw new MeshDefinitionException(report);
    }

    /// <summary>Defines a mesh and returns every finding, warnings included.</summary>
    /// <param name="name">Name of the mesh.</param>
    /// <param name="configure">Declares clusters, namespaces and services.</param>
    /// <param name="mesh">The mesh; <see langword="null"/> if a finding is an error.</param>
    public static DiagnosticReport TryDefine(string name, Action<ServiceMeshBuilder> configure, out ServiceMesh? mesh)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        List<Diagnostic> findings = [];
        using DefinitionScope scope = DefinitionScope.Begin(findings);
        ServiceMeshBuilder builder = new(name, findings);
        configure(builder);
        ServiceMesh built = builder.Build();
        DiagnosticReport report = new([.. findings, .. built.Check()]);
        mesh = report.HasErrors ? null : built;
        return report;
    }

    /// <summary>Checks names, references, ranges and contradictions; also for a mesh that was changed through <c>with</c>.</summary>
    public DiagnosticReport Check() => TopologyChecks.Run(this);

    /// <summary>Returns the cluster of that name; <see langword="null"/> if there is none.</summary>
    public MeshCluster? FindCluster(string name) => Clusters.FirstOrDefault(c => c.Name == name);

    /// <summary>Returns the service of that name and namespace; <see langword="null"/> if there is none.</summary>
    public MeshService? FindService(string name, string @namespace) =>
        Services.FirstOrDefault(s => s.Name == name && s.Namespace == @namespace);
}
