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
                        Http = service.Routes.Select(r => HttpRouteRenderer.Render(service, r, PortOf(service, r))).ToEquatableList(),
                    },
                },
            ];

    // Istio asks for the port where a service has several; without one, the port that the caller used is kept.
    private static int? PortOf(MeshService service, Topology.MeshRoute route)
    {
        int?[] matched = [.. route.Matches.Select(m => m.Port).Distinct()];
        int[] http = [.. service.Ports.Where(p => p.IsHttp).Select(p => p.Number)];
        return (matched, http, service.Ports.Count) switch
        {
            ([{ } port], _, > 1) => port,
            (_, [var only], > 1) => only,
            _ => null,
        };
    }
}
