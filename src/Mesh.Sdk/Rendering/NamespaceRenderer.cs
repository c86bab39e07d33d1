using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>Namespaces with their injection labels, and the network of the cluster on the control plane's namespace.</summary>
internal static class NamespaceRenderer
{
    public static IEnumerable<IResource> Render(ServiceMesh mesh, MeshCluster cluster)
    {
        IEnumerable<Namespace> namespaces = mesh.Namespaces
            .Where(n => n.Name != mesh.IstioNamespace && Placement.NeedsNamespace(mesh, n, cluster))
            .Select(n => new Namespace { Metadata = new(n.Name) { Labels = Labels(n, cluster) } });
        Namespace controlPlane = ControlPlaneNamespace(mesh, cluster);
        return controlPlane.Metadata.Labels.Count > 0 ? namespaces.Prepend(controlPlane) : namespaces;
    }

    // istiod takes the network of all endpoints of a cluster from this label.
    private static Namespace ControlPlaneNamespace(ServiceMesh mesh, MeshCluster cluster)
    {
        EquatableMap<string> labels = mesh.Namespaces.FirstOrDefault(n => n.Name == mesh.IstioNamespace)?.Labels ?? [];
        return new()
        {
            Metadata = new(mesh.IstioNamespace)
            {
                Labels = Placement.HasSeveralNetworks(mesh) ? labels.With("topology.istio.io/network", cluster.Network) : labels,
            },
        };
    }

    private static EquatableMap<string> Labels(MeshNamespace @namespace, MeshCluster cluster)
    {
        if (@namespace.Injection == SidecarInjection.Disabled)
        {
            return @namespace.Labels.With("istio-injection", "disabled");
        }

        // istio-injection wins over istio.io/rev, so only one of the two may stand.
        return (@namespace.Revision ?? cluster.Revision) is { } revision
            ? @namespace.Labels.With("istio.io/rev", revision)
            : @namespace.Labels.With("istio-injection", "enabled");
    }
}
