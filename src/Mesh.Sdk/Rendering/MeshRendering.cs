using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>Turns a mesh into the resources of its clusters.</summary>
public static class MeshRendering
{
    /// <summary>Renders the resources of every cluster. The same mesh gives the same bytes.</summary>
    public static ResourceSet Render(this ServiceMesh mesh) => mesh.Render(static _ => { });

    /// <summary>Renders the resources of every cluster, changed as told.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="configure">Reaches any object that is rendered.</param>
    public static ResourceSet Render(this ServiceMesh mesh, Action<RenderCustomizer> configure)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        ArgumentNullException.ThrowIfNull(configure);
        RenderCustomizer customizer = new();
        configure(customizer);
        return ResourceSet.From(mesh.Clusters.SelectMany(cluster => RenderCluster(mesh, cluster)).Select(customizer.Apply));
    }

    private static IEnumerable<ResourceEntry> RenderCluster(ServiceMesh mesh, MeshCluster cluster)
    {
        IEnumerable<IResource> resources =
        [
            .. NamespaceRenderer.Render(mesh, cluster),
            .. ServiceRenderer.Render(mesh, cluster),
            .. WorkloadRenderer.Render(mesh, cluster),
            .. Placement.HoldsConfiguration(cluster) ? RenderConfiguration(mesh) : [],
        ];
        return resources.Select(resource => new ResourceEntry(resource, cluster.Name));
    }

    private static IEnumerable<IResource> RenderConfiguration(ServiceMesh mesh) =>
    [
        .. NetworkRenderer.Render(mesh),
        .. PeerAuthenticationRenderer.Render(mesh),
        .. SidecarRenderer.Render(mesh),
        .. mesh.Services.SelectMany(DestinationRuleRenderer.Render),
        .. mesh.Services.SelectMany(VirtualServiceRenderer.Render),
        .. IngressRenderer.Render(mesh),
    ];
}
