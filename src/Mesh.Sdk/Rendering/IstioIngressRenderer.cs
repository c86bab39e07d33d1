using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>Exposes a service by Istio's Gateway and a VirtualService bound to it.</summary>
internal static class IstioIngressRenderer
{
    public static IEnumerable<IResource> Render(MeshService service, IngressExposure exposure, string name) =>
    [
        new Gateway
        {
            Metadata = new(name, service.Namespace),
            Spec = new() { Selector = exposure.GatewaySelector, Servers = [Server(exposure)] },
        },
        new VirtualService
        {
            Metadata = new(name, service.Namespace),
            Spec = new()
            {
                Hosts = exposure.Hosts,
                Gateways = [name],
                Http = Routes(service, exposure).ToEquatableList(),
            },
        },
    ];

    private static Server Server(IngressExposure exposure) => exposure.TlsSecret is { } secret
        ? new()
        {
            Port = new() { Number = 443, Name = "https", Protocol = "HTTPS" },
            Hosts = exposure.Hosts,
            Tls = new() { Mode = ServerTlsMode.Simple, CredentialName = secret },
        }
        : new()
        {
            Port = new() { Number = 80, Name = "http", Protocol = "HTTP" },
            Hosts = exposure.Hosts,
        };

    // A gateway does not see the routes of the mesh, so they are repeated for it: else traffic shifting would end at the door.
    private static IEnumerable<Istio.HttpRoute> Routes(MeshService service, IngressExposure exposure)
    {
        int? port = exposure.Port ?? service.Ports.Where(p => p.IsHttp).Select(p => (int?)p.Number).FirstOrDefault();
        IEnumerable<Topology.HttpRoute> routes = service.Routes.Count == 0 ? [new Topology.HttpRoute()] : service.Routes;
        return routes
            .Where(r => r.Matches.Count == 0 || r.Matches.Any(m => AppliesTo(m, port)))
            .Select(r => HttpRouteRenderer.Render(service, Within(exposure, r, port), port));
    }

    private static Topology.HttpRoute Within(IngressExposure exposure, Topology.HttpRoute route, int? port) => route with
    {
        Matches = route.Matches.Count == 0
            ? exposure.PathPrefix == "/" ? [] : [new HttpMatch { Path = new(TextMatchKind.Prefix, exposure.PathPrefix) }]
            : route.Matches
                .Where(m => AppliesTo(m, port))
                .Select(m => m with { Port = null, Path = m.Path ?? (exposure.PathPrefix == "/" ? null : new(TextMatchKind.Prefix, exposure.PathPrefix)) })
                .ToEquatableList(),
    };

    // A match on a port means the port of the service inside the mesh; at the gateway it would mean the gateway's.
    private static bool AppliesTo(HttpMatch match, int? port) => match.Port is null || match.Port == port;
}
