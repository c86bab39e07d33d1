using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>What both modes share: the world, the flows, and the report that is made of them.</summary>
internal abstract class Simulator
{
    private readonly ServiceMesh _mesh;
    private readonly CancellationToken _cancellationToken;
    private readonly List<SimulationEvent> _events = [];
    private readonly Equilibrium _equilibrium;
    private readonly CapacityLedger _capacity;
    private long _steps;

    protected Simulator(ServiceMesh mesh, Scenario scenario, CancellationToken cancellationToken)
    {
        (_mesh, Scenario, _cancellationToken) = (mesh, scenario, cancellationToken);
        World = new(mesh, scenario, Schedule, _events.Add);
        Flows = new(mesh, scenario, World, new(mesh, scenario));
        Events = new(World, _events.Add);
        _equilibrium = new(World, scenario.Resolution);
        _capacity = new(World.Services, _events.Add);
        ulong seed = scenario.Seed;
        foreach (Flow flow in Flows.All)
        {
            flow.Detector = flow.Settings is null ? null : new(flow.Settings, 0, seed++);
        }
    }

    protected Scenario Scenario { get; }

    protected Schedule Schedule { get; } = new();

    protected World World { get; }

    protected Flows Flows { get; }

    protected FlowEvents Events { get; }

    public SimulationReport Execute()
    {
        World.Update(World.Services, new("the simulation begins"));
        ScheduleLoads();
        EvaluateDirty();
        Run();
        return new()
        {
            Mesh = _mesh,
            Scenario = Scenario,
            Clients = Flows.All.Select(flow => flow.Client).Distinct().ToEquatableList(),
            Traffic = Flows.All.Select(ToSeries).ToEquatableList(),
            Capacity = _capacity.ToReport(),
            Events = _events.OrderBy(e => e.At).ToEquatableList(),
            Assumptions = Simulation.Assumptions.Of(Scenario),
        };
    }

    protected abstract void Run();

    /// <summary>Moves the counters of hosts on, with what held until now.</summary>
    protected abstract void CountUp(Flow flow);

    /// <summary>Notes what holds from now on.</summary>
    protected abstract void Record(Flow flow, SimulationCause cause);

    protected void CountSteps(long steps)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        long more = Math.Max(1, steps);
        if (more > Scenario.Limit - _steps)
        {
            throw new MeshDefinitionException(new([ScenarioDiagnostics.TooLarge.At("limit", Scenario.Limit)]));
        }

        _steps += more;
    }

    /// <summary>Looks again at all that events have touched.</summary>
    protected void EvaluateDirty()
    {
        foreach (Component component in Flows.Dirty)
        {
            Settle(component);
            component.Clean();
        }

        Flows.Dirty.Clear();
    }

    private void Settle(Component component)
    {
        foreach (PodSet service in component.Services)
        {
            foreach (Flow flow in service.Callers)
            {
                CountUp(flow);
                Reshare(flow, service.IsStructureDirty);
            }

            service.IsStructureDirty = false;
        }

        _equilibrium.Find(component);
        foreach (PodSet service in component.Services)
        {
            foreach (Flow flow in service.Callers)
            {
                if (flow.Change != FlowChange.None)
                {
                    Record(flow, component.Cause);
                    flow.Change = FlowChange.None;
                }
            }

            _capacity.Record(service, World.Now, component.Cause);
        }
    }

    private void Reshare(Flow flow, bool hasNewStructure)
    {
        if (!hasNewStructure && !flow.HasNewEjections)
        {
            return;
        }

        flow.HasNewEjections = false;
        flow.Change |= FlowChange.Shares;
        if (hasNewStructure)
        {
            FlowHosts.Rebuild(flow, World.Now == default ? flow.Plan : Flows.PlanOf(flow, out _), World);
        }
        else
        {
            FlowHosts.Share(flow);
        }
    }

    /// <summary>Has a flow looked at again, as hosts were ejected or have returned.</summary>
    public static void MarkDirty(Flow flow, SimulationCause cause)
    {
        flow.HasNewEjections = true;
        flow.Target.Component.MarkDirty(cause);
    }

    /// <summary>Does a sweep: hosts whose time is up return.</summary>
    protected void Sweep(Flow flow, OutlierDetector detector)
    {
        FlowHost[] ejected = [.. flow.Hosts.Where(h => detector.IsEjected(h.DetectorIndex))];
        detector.Sweep(World.Now);
        foreach (FlowHost host in ejected.Where(h => !detector.IsEjected(h.DetectorIndex)))
        {
            MarkDirty(flow, Events.Return(flow, host));
            foreach (FlowHost other in flow.Hosts)
            {
                other.IsRefused = false;
            }
        }
    }

    private void ScheduleLoads()
    {
        foreach (ScenarioLoad load in Scenario.Loads)
        {
            Component[] components = [.. Flows.All.Where(f => f.Loads.Exists(l => ReferenceEquals(l.Load, load))).Select(f => f.Target.Component).Distinct()];
            SimulationCause cause = new($"the load from {load.From} changes");
            foreach (TimeSpan at in StepsOf(load).Where(at => at > default(TimeSpan) && at < Scenario.Duration))
            {
                Schedule.Add(at, () =>
                {
                    foreach (Component component in components)
                    {
                        component.MarkLoadDirty(cause);
                    }
                });
            }
        }
    }

    private IEnumerable<TimeSpan> StepsOf(ScenarioLoad load)
    {
        foreach (LoadPoint point in load.Points.ToArray())
        {
            yield return point.Start;
        }

        TimeSpan end = load.Points.Count == 0 ? default : load.Points[^1].Start;
        for (TimeSpan at = load.Points.Count == 0 ? default : load.Points[0].Start; load.IsRamp && at < end && at < Scenario.Duration; at += Scenario.Resolution)
        {
            CountSteps(1);
            yield return at;
        }
    }

    private TrafficSeries ToSeries(Flow flow) => new()
    {
        Client = flow.Client.Name,
        Service = flow.Target.Name,
        Subset = flow.Subset,
        Intervals = flow.Recorder.Finish(Scenario.Duration),
    };
}
