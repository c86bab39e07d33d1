using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>The hosts that the sidecars of a namespace know.</summary>
internal static class SidecarRenderer
{
    public static IEnumerable<IResource> Render(ServiceMesh mesh) =>
        mesh.Namespaces
            .Where(n => n.EgressHosts.Count > 0)
            .Select(n => new Sidecar
            {
                Metadata = new("default", n.Name),
                Spec = new() { Egress = [new() { Hosts = n.EgressHosts }] },
            });
}
