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
    private readonly Dictionary<string, List<(VirtualService Service, Istio.HttpRoute Route)>> _routes = new(StringComparer.Ordinal);

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

    /// <summary>Returns the subsets that requests without special conditions go to, and the settings of their route.</summary>
    public IEnumerable<(string? Subset, double Ratio, HttpRetry? Retries, TimeSpan? Timeout)> RoutesTo(MeshService service, bool isIngress)
    {
        List<(VirtualService Service, Istio.HttpRoute Route)> found = _routes.GetValueOrDefault(service.Host) ?? [];
        (VirtualService Service, Istio.HttpRoute Route)[] fitting = [.. found.Where(f => IsForGateway(f.Service) == isIngress)];
        Istio.HttpRoute? route = (fitting.Length > 0 || isIngress ? fitting : []).Select(f => f.Route).FirstOrDefault();
        if (route is null)
        {
            return [(null, 1, null, null)];
        }

        HttpRouteDestination[] destinations = [.. route.Route.Where(d => HostOf(d, service.Namespace) == service.Host)];
        double all = destinations.Sum(WeightOf);
        return destinations.Where(d => WeightOf(d) > 0).Select(d => (d.Destination?.Subset, WeightOf(d) / all, route.Retries, route.Timeout));

        double WeightOf(HttpRouteDestination d) => destinations.Length == 1 ? 1 : d.Weight ?? 0;
    }

    public RouteSettings SettingsOf(TrafficPlan plan, HttpRetry? retries, TimeSpan? timeout) =>
        RouteSettings.Of(retries, timeout, plan.Policy.Effective?.ConnectionPool, _istio);

    public OutlierDetectorSettings? DetectionOf(TrafficPlan plan) => IstioOutlierDetection.SettingsOf(plan.Policy.Effective?.OutlierDetection, _istio);

    private static IEnumerable<T> Given<T>(Scenario scenario)
        where T : IResource => scenario.Resources is null ? [] : scenario.Resources.OfType<T>().DistinctBy(r => (r.Metadata.Namespace, r.Metadata.Name));

    private static bool IsForGateway(VirtualService service) => service.Spec?.Gateways.Any(g => g != "mesh") == true;

    private void Add(VirtualService service)
    {
        string @namespace = service.Metadata.Namespace ?? "";
        // Routes with conditions take part of the requests only; the last one without takes the rest.
        foreach (Istio.HttpRoute route in service.Spec?.Http.Where(r => r.Match.Count == 0).Take(1) ?? [])
        {
            foreach (string host in route.Route.Select(d => HostOf(d, @namespace)).Distinct())
            {
                if (!_routes.TryGetValue(host, out List<(VirtualService, Istio.HttpRoute)>? routes))
                {
                    _routes.Add(host, routes = []);
                }

                routes.Add((service, route));
            }
        }
    }

    private string HostOf(HttpRouteDestination destination, string @namespace) =>
        HostMatching.Complete(destination.Destination?.Host ?? "", @namespace, _defaults.Domain);
}
