using Mesh.Sdk.Failover;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Makes the flows of a scenario: those of its clients, and those of the services that call others.</summary>
internal sealed class Flows
{
    private readonly ServiceMesh _mesh;
    private readonly World _world;
    private readonly Configuration _configuration;
    private readonly Dictionary<(string Client, string Service, string? Subset, RouteSettings Route), Flow> _flows = [];

    public Flows(ServiceMesh mesh, Scenario scenario, World world, Configuration configuration)
    {
        (_mesh, _world, _configuration) = (mesh, world, configuration);
        foreach (ScenarioLoad load in scenario.Loads)
        {
            AddLoad(load);
        }

        foreach (ServiceCall call in scenario.Calls)
        {
            AddCall(call);
        }

        Group(scenario);
    }

    public IReadOnlyCollection<Flow> All => _flows.Values;

    /// <summary>Gets the components that something has changed for.</summary>
    public List<Component> Dirty { get; } = [];

    /// <summary>Returns the services that a load goes to.</summary>
    public static IEnumerable<MeshService> TargetsOf(ServiceMesh mesh, ScenarioLoad load)
    {
        if (load.To.Count > 0)
        {
            return mesh.Services.Where(s => load.To.Any(to => to == s.Name || to == ScenarioNames.Of(s)));
        }

        MeshService[] exposed = [.. mesh.Services.Where(s => s.Exposures.Count > 0)];
        return exposed.Length > 0 ? exposed : mesh.Services;
    }

    private void AddLoad(ScenarioLoad load)
    {
        MeshCluster cluster = _mesh.FindCluster(load.From)!;
        bool isIngress = load.SidecarNamespace is null;
        TrafficClient proxy = load.SidecarNamespace is { } ns ? _mesh.SidecarIn(cluster.Name, ns) : _mesh.IngressOf(cluster.Name);
        SimulatedClient client = new()
        {
            Name = isIngress ? $"ingress.{cluster.Name}" : $"sidecars.{load.SidecarNamespace}.{cluster.Name}",
            Cluster = cluster.Name,
            Locality = cluster.Locality,
        };
        MeshService[] targets = [.. TargetsOf(_mesh, load)];
        foreach (MeshService target in targets)
        {
            foreach ((Flow flow, double ratio) in FlowsTo(client, proxy, target, isIngress, load.Request))
            {
                flow.Loads.Add((load, ratio / targets.Length));
            }
        }
    }

    private void AddCall(ServiceCall call)
    {
        PodSet from = _world.Find(call.From)!;
        PodSet to = _world.Find(call.To)!;
        foreach (IGrouping<(string Cluster, Locality Locality), Pod> place in from.Pods.GroupBy(p => (p.Endpoint.Cluster, p.Endpoint.Locality)))
        {
            MeshCluster cluster = _mesh.FindCluster(place.Key.Cluster)!;
            TrafficClient proxy = _mesh.SidecarIn(cluster.Name, from.Service.Namespace) with { Locality = place.Key.Locality, Labels = place.First().Endpoint.Labels };
            bool isNamedByCluster = place.Key.Locality == cluster.Locality;
            SimulatedClient client = new()
            {
                Name = isNamedByCluster ? $"{from.Service.Name}.{cluster.Name}" : $"{from.Service.Name}.{cluster.Name}.{place.Key.Locality.Zone}",
                Cluster = cluster.Name,
                Locality = place.Key.Locality,
                CallingService = from.Name,
            };
            foreach ((Flow flow, double ratio) in FlowsTo(client, proxy, to.Service, isIngress: false, new()))
            {
                from.Calls.Add(new(call, cluster.Name, place.Key.Locality, flow, ratio));
            }
        }
    }

    private IEnumerable<(Flow Flow, double Ratio)> FlowsTo(SimulatedClient client, TrafficClient proxy, MeshService target, bool isIngress, SimulatedRequest request)
    {
        PodSet set = _world.Find(ScenarioNames.Of(target))!;
        foreach (ChosenRoute route in _configuration.RoutesTo(target, proxy, isIngress, request))
        {
            Flow made = new(client, proxy, set, route.Subset) { Recorder = new() };
            made.Plan = PlanOf(made, out _);
            made.Route = _configuration.SettingsOf(made.Plan, route);
            made.Settings = _configuration.DetectionOf(made.Plan);
            if (_flows.TryAdd((client.Name, set.Name, route.Subset, made.Route), made))
            {
                set.Callers.Add(made);
            }

            yield return (_flows[(client.Name, set.Name, route.Subset, made.Route)], route.Ratio);
        }
    }

    /// <summary>Asks the arithmetic of Istio where the requests of a flow go, with what the control plane knows now.</summary>
    public TrafficPlan PlanOf(Flow flow, out DecisionLog log)
    {
        MeshService service = flow.Target.Service;
        TrafficQuestion question = new()
        {
            Client = flow.Proxy,
            Service = new() { Namespace = service.Namespace, Host = service.Host, Port = service.Ports.Count > 0 ? service.Ports[0].Number : null, Subset = flow.Subset },
            Endpoints = flow.Target.Known(),
            Gateways = _world.Gateways,
            Mesh = _configuration.Defaults,
        };
        log = new();
        return TrafficRouting.Plan(question, _configuration.Rules, log);
    }

    // Services that call each other are looked at together, callers first.
    private void Group(Scenario scenario)
    {
        Dictionary<PodSet, PodSet> parents = _world.Services.ToDictionary(s => s, s => s);
        foreach (ServiceCall call in scenario.Calls)
        {
            parents[Root(_world.Find(call.From)!)] = Root(_world.Find(call.To)!);
        }

        foreach (IGrouping<PodSet, PodSet> group in _world.Services.GroupBy(Root))
        {
            Component component = new(Dirty);
            HashSet<PodSet> seen = [];
            foreach (PodSet service in group)
            {
                Visit(service, component, seen);
            }

            component.Services.Reverse();
            component.Services.ForEach(s => s.Component = component);
        }

        PodSet Root(PodSet set) => parents[set] == set ? set : Root(parents[set]);
    }

    private static void Visit(PodSet service, Component component, HashSet<PodSet> seen)
    {
        if (seen.Add(service))
        {
            foreach (CallFlow call in service.Calls)
            {
                Visit(call.Flow.Target, component, seen);
            }

            component.Services.Add(service);
        }
    }
}
