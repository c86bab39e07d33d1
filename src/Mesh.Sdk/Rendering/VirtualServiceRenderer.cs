using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>The VirtualService of a service with routes, for callers inside the mesh.</summary>
internal static class VirtualServiceRenderer
{
    public static IEnumerable<IResource> Render(MeshService service) =>
        service.Routes.Count == 0
            ? []
            :
            [
                new VirtualService
                {
                    Metadata = new(service.Name, service.Namespace),
                    Spec = new()
                    {
                        Hosts = [service.Host],
                        Http = service.Routes.Select(r => HttpRouteRenderer.Render(service, r)).ToEquatableList(),
                    },
                },
            ];
}
