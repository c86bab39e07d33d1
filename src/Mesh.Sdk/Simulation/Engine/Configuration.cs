using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>The rules that the control planes read: those rendered from the mesh, or those of the scenario.</summary>
internal sealed class Configuration
{
    private readonly MeshDefaults _defaults;
    private readonly Version? _istio;
    private readonly Dictionary<string, List<VirtualService>> _routes = new(StringComparer.Ordinal);

    public Configuration(ServiceMesh mesh, Scenario scenario)
    {
        _istio = scenario.Istio;
        _defaults = MeshDefaults.Istio with { RootNamespace = mesh.IstioNamespace };
        DestinationRule[] given = [.. Given<DestinationRule>(scenario)];
        VirtualService[] routes = [.. Given<VirtualService>(scenario)];
        Rules = new(given.Length > 0 ? given : mesh.Services.SelectMany(DestinationRuleRenderer.Render).OfType<DestinationRule>(), _defaults);
        foreach (VirtualService service in routes.Length > 0 ? routes : mesh.Services.SelectMany(VirtualServiceRenderer.Render).Concat(IngressRenderer.Render(mesh)).OfType<VirtualService>())
        {
            Add(service);
        }
    }

    public DestinationRuleIndex Rules { get; }

    public MeshDefaults Defaults => _defaults;

    /// <summary>Returns where the requests of a client to a service are led.</summary>
    public IEnumerable<ChosenRoute> RoutesTo(MeshService service, TrafficClient client, bool isIngress, SimulatedRequest request)
    {
        Istio.HttpRoute[] routes = [.. VirtualServiceFor(service, isIngress) is { } found ? RoutesOf(found).Where(r => LeadsTo(r, found, service)) : []];
        if (routes.Length == 0)
        {
            return [new(null, 1)];
        }

        RequestMatching matching = new(request, client, isIngress, service.Host, service.Ports.Count > 0 ? service.Ports[0].Number : null);
        RequestMatching anyPath = new(request, client, isIngress, service.Host, service.Ports.Count > 0 ? service.Ports[0].Number : null) { HasAnyPath = request.Path is null };
        return (Array.Find(routes, matching.Meets) ?? Array.Find(routes, anyPath.Meets)) is { } route ? Split(route, service) : [new(null, 1, IsMissing: true)];
    }

    public RouteSettings SettingsOf(TrafficPlan plan, ChosenRoute route) => RouteSettings.Of(route, plan.Policy.Effective, _istio);

    public OutlierDetectorSettings? DetectionOf(TrafficPlan plan) => IstioOutlierDetection.SettingsOf(plan.Policy.Effective?.OutlierDetection, _istio);

    private static IEnumerable<T> Given<T>(Scenario scenario)
        where T : IResource => scenario.Resources is null ? [] : scenario.Resources.OfType<T>().DistinctBy(r => (r.Metadata.Namespace, r.Metadata.Name));

    private static bool IsForGateway(VirtualService service) => service.Spec?.Gateways.Any(g => g != "mesh") == true;

    private static bool IsForMesh(VirtualService service) => service.Spec is { Gateways.Count: 0 } || service.Spec?.Gateways.Contains("mesh") == true;

    private static EquatableList<Istio.HttpRoute> RoutesOf(VirtualService service) => service.Spec?.Http ?? default;

    private VirtualService? VirtualServiceFor(MeshService service, bool isIngress) =>
        _routes.GetValueOrDefault(service.Host)?.Find(isIngress ? IsForGateway : IsForMesh);

    private bool LeadsTo(Istio.HttpRoute route, VirtualService owner, MeshService service) =>
        route.Route.Any(d => HostOf(d, owner.Metadata.Namespace ?? "") == service.Host);

    private IEnumerable<ChosenRoute> Split(Istio.HttpRoute route, MeshService service)
    {
        HttpRouteDestination[] destinations = [.. route.Route.Where(d => HostOf(d, service.Namespace) == service.Host)];
        double all = destinations.Sum(WeightOf);
        return destinations.Where(d => WeightOf(d) > 0).Select(d => new ChosenRoute(d.Destination?.Subset, WeightOf(d) / all, route));

        double WeightOf(HttpRouteDestination d) => destinations.Length == 1 ? 1 : d.Weight ?? 0;
    }

    private void Add(VirtualService service)
    {
        foreach (string host in RoutesOf(service).SelectMany(r => r.Route).Select(d => HostOf(d, service.Metadata.Namespace ?? "")).Distinct())
        {
            if (!_routes.TryGetValue(host, out List<VirtualService>? services))
            {
                _routes.Add(host, services = []);
            }

            services.Add(service);
        }
    }

    private string HostOf(HttpRouteDestination destination, string @namespace) =>
        HostMatching.Complete(destination.Destination?.Host ?? "", @namespace, _defaults.Domain);
}
