using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>Which object goes to which cluster (Istio: install, multicluster; deployment models).</summary>
internal static class Placement
{
    /// <summary>The control plane reads its configuration from the cluster it runs in, so peers get none.</summary>
    public static bool HoldsConfiguration(MeshCluster cluster) => cluster.Role == MeshClusterRole.Host;

    /// <summary>A name resolves only where a Service object stands, wherever the workloads run.</summary>
    public static bool Resolves(MeshService service, MeshCluster cluster) =>
        service.ResolvesIn.Count == 0 || service.ResolvesIn.AsSpan().Contains(cluster.Name);

    /// <summary>A namespace is needed where any of its objects goes.</summary>
    public static bool NeedsNamespace(ServiceMesh mesh, MeshNamespace @namespace, MeshCluster cluster) =>
        HoldsConfiguration(cluster)
        || mesh.Services.Any(s => s.Namespace == @namespace.Name && (Resolves(s, cluster) || RunsOn(s.Workloads, cluster)))
        || mesh.Clients.Any(c => c.Namespace == @namespace.Name && RunsOn(c.Workloads, cluster));

    /// <summary>Endpoints of another network are reached through its gateway, which needs configuration of its own.</summary>
    public static bool HasSeveralNetworks(ServiceMesh mesh) => mesh.Clusters.Select(c => c.Network).Distinct().Skip(1).Any();

    private static bool RunsOn(IEnumerable<Workload> workloads, MeshCluster cluster) => workloads.Any(w => w.Cluster == cluster.Name);
}
