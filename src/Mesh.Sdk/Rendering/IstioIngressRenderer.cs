using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>Exposes a service by Istio's Gateway and a VirtualService bound to it.</summary>
internal static class IstioIngressRenderer
{
    public static IEnumerable<IResource> Render(PlannedIngress ingress) =>
        ingress.SharedGateway is { } shared
            ? [RenderRoutes(ingress, $"{shared.Service.Namespace}/{shared.Name}")]
            : [RenderGateway(ingress), RenderRoutes(ingress, ingress.Name)];

    private static Gateway RenderGateway(PlannedIngress ingress) => new()
    {
        Metadata = new(ingress.Name, ingress.Service.Namespace),
        Spec = new() { Selector = ingress.Exposure.GatewaySelector, Servers = [Server(ingress.Exposure)] },
    };

    private static VirtualService RenderRoutes(PlannedIngress ingress, string gateway) => new()
    {
        Metadata = new(ingress.Name, ingress.Service.Namespace),
        Spec = new()
        {
            Hosts = ingress.Exposure.Hosts,
            Gateways = [gateway],
            Http = Routes(ingress.Service, ingress.Exposure).ToEquatableList(),
        },
    };

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
        IEnumerable<Topology.MeshRoute> routes = service.Routes.Count == 0 ? [new Topology.MeshRoute()] : service.Routes;
        return
            from route in routes
            let matches = Matches(route, exposure.PathPrefix, port)
            where matches.Count > 0
            select HttpRouteRenderer.Render(service, route with { Matches = IsEverything(matches) ? [] : matches }, port);
    }

    private static EquatableList<HttpMatch> Matches(Topology.MeshRoute route, string prefix, int? port)
    {
        IEnumerable<HttpMatch> matches = route.Matches.Count == 0 ? [new HttpMatch()] : route.Matches;
        return matches
            .Where(m => m.Port is null || m.Port == port)
            .Select(m => (Match: m, Path: Intersection(m.Path, prefix)))
            .Where(m => m.Path is not null)
            .Select(m => m.Match with { Port = null, Path = m.Path is { Kind: TextMatchKind.Prefix, Value: "/" } ? null : m.Path })
            .ToEquatableList();
    }

    /// <summary>Returns the paths that meet both conditions; <see langword="null"/> if none does, so that nothing else gets exposed.</summary>
    private static TextMatch? Intersection(TextMatch? path, string prefix) => path switch
    {
        null => new(TextMatchKind.Prefix, prefix),
        { Kind: TextMatchKind.Regex } => prefix == "/" ? path : null,
        _ when path.Value.StartsWith(prefix, StringComparison.Ordinal) => path,
        { Kind: TextMatchKind.Prefix } when prefix.StartsWith(path.Value, StringComparison.Ordinal) => new(TextMatchKind.Prefix, prefix),
        _ => null,
    };

    private static bool IsEverything(EquatableList<HttpMatch> matches) => matches.Any(m => m == new HttpMatch());
}
