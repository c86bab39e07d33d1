using Mesh.Sdk.Failover;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Pods, faults and what the control plane knows of them, over time.</summary>
internal sealed class World
{
    private readonly ServiceMesh _mesh;
    private readonly Scenario _scenario;
    private readonly Schedule _schedule;
    private readonly List<ScenarioFault> _active = [];
    private readonly Action<SimulationEvent> _report;

    public World(ServiceMesh mesh, Scenario scenario, Schedule schedule, Action<SimulationEvent> report)
    {
        (_mesh, _scenario, _schedule, _report) = (mesh, scenario, schedule, report);
        Services = [.. mesh.Services.Select(service => PodSets.Build(mesh, service, scenario))];
        Gateways = MeshEndpoints.GatewaysOf(mesh);
        foreach (ScenarioFault fault in scenario.Faults)
        {
            schedule.Add(fault.At, () => Begin(fault));
            if (fault.RecoversAt is { } end)
            {
                schedule.Add(end, () => End(fault));
            }
        }
    }

    public IReadOnlyList<PodSet> Services { get; }

    public Resources.EquatableList<NetworkGateway> Gateways { get; }

    public TimeSpan Now { get; set; }

    public IReadOnlyList<ScenarioFault> Active => _active;

    public PodSet? Find(string service) => Services.FirstOrDefault(s => s.Name == service) ?? Services.FirstOrDefault(s => s.Service.Name == service);

    public bool IsCut(string cluster, string other) =>
        _active.Count > 0 && cluster != other && _active.Exists(f => f.Kind == FaultKind.Partition
            && ((f.Cluster == cluster && f.OtherCluster == other) || (f.Cluster == other && f.OtherCluster == cluster)));

    public bool IsGatewayLost(string cluster) => _active.Count > 0 && _active.Exists(f => f.Kind == FaultKind.GatewayLost && f.Cluster == cluster);

    public bool IsLost(string cluster) => _active.Count > 0 && _mesh.FindCluster(cluster) is { } c && _active.Exists(f => f.Takes(c));

    /// <summary>Brings the pods up to date with the faults that are active now.</summary>
    public void Update(IEnumerable<PodSet> services, SimulationCause cause)
    {
        foreach (PodSet service in services)
        {
            foreach (Pod pod in service.Pods)
            {
                Update(pod, cause);
            }

            service.HasNewBehavior = true;
            service.Component.MarkDirty(cause);
        }
    }

    private void Begin(ScenarioFault fault)
    {
        _active.Add(fault);
        Report(SimulationEventKind.Fault, fault, $"{fault}.");
        Update(Concerned(fault), new($"{fault}"));
        if (fault.Kind == FaultKind.ZoneLost)
        {
            _schedule.Add(Now + _scenario.NodeGracePeriod, () => Update(Services, new($"the nodes of zone {fault.Zone} count as not ready")));
        }
    }

    private void End(ScenarioFault fault)
    {
        _active.Remove(fault);
        Report(SimulationEventKind.Recovery, fault, $"Recovered: {fault}.");
        SimulationCause cause = new($"recovery: {fault}");
        Update(Concerned(fault), cause);

        // What the control plane could not tell meanwhile, it tells now.
        foreach (Pod pod in Services.SelectMany(s => s.Pods).Where(p => p.Known != p.Truth))
        {
            Announce(pod, cause);
        }
    }

    private void Report(SimulationEventKind kind, ScenarioFault fault, string message) => _report(new()
    {
        At = Now,
        Kind = kind,
        Service = fault.Service is { } service ? Find(service)?.Name : null,
        Subject = fault.Cluster ?? fault.Region ?? fault.Zone ?? fault.Provider?.ToString(),
        Message = message,
        Cause = new("the scenario says so"),
    });

    private IEnumerable<PodSet> Concerned(ScenarioFault fault) => fault.Service is { } service ? [Find(service)!] : Services;

    private void Update(Pod pod, SimulationCause cause)
    {
        bool wasDesired = pod.IsDesired;
        pod.IsDesired = pod.Ordinal < ReplicasOf(pod);
        if (wasDesired && !pod.IsDesired)
        {
            pod.DrainsUntil = Now + _scenario.DrainTime;
            PodSet[] set = [pod.Set];
            _schedule.Add(pod.DrainsUntil, () => Update(set, new($"drained pods of {pod.Set.Name} end")));
        }

        bool isLost = IsLost(pod.Endpoint.Cluster);
        ScenarioFault? zone = _active.Find(f => f.Kind == FaultKind.ZoneLost && f.Zone == pod.Zone);
        pod.IsRefusing = !pod.IsDesired && Now >= pod.DrainsUntil;
        pod.IsBlackHole = isLost || zone is not null || _active.Exists(f => f.Kind == FaultKind.BlackHole && Hits(f, pod));
        PodBehavior.Apply(pod, _scenario, _active.Where(f => Hits(f, pod)));
        if (isLost)
        {
            return;
        }

        KnownHealth truth = !pod.IsDesired ? KnownHealth.Absent
            : zone is not null && Now >= zone.At + _scenario.NodeGracePeriod ? KnownHealth.NotReady
            : KnownHealth.Ready;
        if (truth != pod.Truth)
        {
            pod.Truth = truth;
            Announce(pod, cause);
        }
    }

    private static bool Hits(ScenarioFault fault, Pod pod) =>
        fault.Service is { } service && (service == pod.Set.Name || service == pod.Set.Service.Name)
        && (fault.Cluster is null || fault.Cluster == pod.Endpoint.Cluster)
        && (fault.Version is null || fault.Version == pod.Version);

    private int ReplicasOf(Pod pod)
    {
        ScenarioFault? scale = _active.FindLast(f => f.Kind == FaultKind.Scale && Hits(f, pod));
        return scale?.Replicas ?? pod.Set.Service.Workloads.Where(w => w.Cluster == pod.Endpoint.Cluster).Sum(w => w.Replicas);
    }

    private void Announce(Pod pod, SimulationCause cause)
    {
        TimeSpan delay = _scenario.DiscoveryDelay;
        foreach (ScenarioFault late in _active.Where(f => f.Kind == FaultKind.DiscoveryDelayed))
        {
            delay += late.Delay ?? default;
        }

        KnownHealth truth = pod.Truth;
        _schedule.Add(Now + delay, () =>
        {
            if (!IsFrozen(pod.Endpoint.Cluster) && pod.Known != truth && pod.Truth == truth)
            {
                Tell(pod, truth, cause);
            }
        });
    }

    private void Tell(Pod pod, KnownHealth truth, SimulationCause cause)
    {
        pod.Known = truth;
        PodSet set = pod.Set;
        if (!set.IsStructureDirty)
        {
            set.IsStructureDirty = true;
            set.Component.MarkDirty(new($"endpoint discovery: {cause.Text}"));
            _report(new()
            {
                At = Now,
                Kind = SimulationEventKind.EndpointsChanged,
                Service = set.Name,
                Subject = pod.Endpoint.Cluster,
                Message = $"Clients learn that the endpoints of {set.Name} in {pod.Endpoint.Cluster} have changed.",
                Cause = cause,
            });
        }

        set.Forget();
    }

    // Only clusters that run a control plane can learn and tell. A mesh without hosts has one in each cluster.
    private bool IsFrozen(string cluster)
    {
        if (_active.Count == 0)
        {
            return false;
        }

        string[] hosts = [.. _mesh.Clusters.Where(c => c.Role == MeshClusterRole.Host).Select(c => c.Name)];
        return _active.Exists(f => f.Kind == FaultKind.ControlPlaneLost)
            || IsLost(cluster)
            || (hosts.Length > 0 && hosts.All(host => IsLost(host) || IsCut(host, cluster)));
    }
}
