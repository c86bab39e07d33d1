using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Rates and expected values. Between two events nothing changes, so only events take time.</summary>
internal sealed class FluidSimulator(ServiceMesh mesh, Scenario scenario, CancellationToken cancellationToken) : Simulator(mesh, scenario, cancellationToken)
{
    private readonly List<Flow> _due = [];

    protected override void Run()
    {
        while (World.Now < Scenario.Duration)
        {
            TimeSpan? next = Schedule.Next;
            if (next is null || next >= Scenario.Duration)
            {
                break;
            }

            World.Now = next.Value;
            CountSteps(Schedule.RunUntil(World.Now));
            EvaluateDirty();
        }

        World.Now = Scenario.Duration;
    }

    /// <inheritdoc/>
    protected override void Record(Flow flow, SimulationCause cause)
    {
        if (flow.Change != FlowChange.Rate || !flow.Recorder.BeginScaled(World.Now, flow.Rate))
        {
            TrafficInterval next = FlowIntervals.Of(flow, flow.Rates(World.Now), Scenario.Duration);
            Events.Change(flow, flow.Recorder.Current, next, cause);
            flow.Recorder.Begin(next);
        }

        if (flow.Change != FlowChange.Rate || flow.IsWatched)
        {
            ScheduleNext(flow);
        }
    }

    /// <inheritdoc/>
    protected override void CountUp(Flow flow)
    {
        foreach (FlowHost host in flow.IsWatched && World.Now > flow.CountedUntil ? flow.Hosts : [])
        {
            if (flow.Detector is null || host.Outcome.IsFine || host.IsRefused || flow.Detector.IsEjected(host.DetectorIndex))
            {
                continue;
            }

            TimeSpan from = host.CountsFrom > flow.CountedUntil ? host.CountsFrom : flow.CountedUntil;
            double seconds = (World.Now - from).TotalSeconds;
            for (int d = 0; d < Detection.Causes.Length && seconds > 0; d++)
            {
                host.Progress[d] += seconds * Detection.PaceOf(flow, host, d);
            }
        }

        flow.CountedUntil = World.Now;
    }

    private void ScheduleNext(Flow flow)
    {
        long ticket = ++flow.Ticket;
        TimeSpan? next = NextSweep(flow);
        flow.IsWatched = next is not null || Array.Exists(flow.Hosts, host => !host.Outcome.IsFine);
        foreach (FlowHost host in flow.Hosts)
        {
            if (flow.Detector is null || host.Outcome.IsFine || host.IsRefused || flow.Detector.IsEjected(host.DetectorIndex))
            {
                continue;
            }

            for (int d = 0; d < Detection.Causes.Length; d++)
            {
                double seconds = (1 - host.Progress[d]) / Detection.PaceOf(flow, host, d);
                TimeSpan from = host.CountsFrom > World.Now ? host.CountsFrom : World.Now;
                if (seconds < (Scenario.Duration - from).TotalSeconds)
                {
                    TimeSpan at = from + TimeSpan.FromTicks((long)Math.Ceiling(Math.Max(0, seconds) * TimeSpan.TicksPerSecond));
                    next = next is null || at < next ? at : next;
                }
            }
        }

        if (next is { } time && time < Scenario.Duration)
        {
            Schedule.Add(time > World.Now ? time : World.Now, () => React(flow, ticket));
        }
    }

    // Sweeps matter only while a host is ejected or was of late.
    private TimeSpan? NextSweep(Flow flow)
    {
        if (flow.Detector is not { } detector || !flow.Hosts.Any(h => detector.IsEjected(h.DetectorIndex) || detector.MultiplierOf(h.DetectorIndex) > 0))
        {
            return null;
        }

        long interval = Math.Max(1, flow.Settings!.Interval.Ticks);
        return TimeSpan.FromTicks(((World.Now.Ticks / interval) + 1) * interval);
    }

    private void React(Flow flow, long ticket)
    {
        if (flow.Ticket != ticket || flow.Detector is not { } detector)
        {
            return;
        }

        CountUp(flow);
        if (World.Now.Ticks % Math.Max(1, flow.Settings!.Interval.Ticks) == 0 && World.Now > default(TimeSpan))
        {
            Sweep(flow, detector);
        }

        foreach (FlowHost host in flow.Hosts)
        {
            for (int d = 0; d < Detection.Causes.Length; d++)
            {
                if (host.Progress[d] >= 1 - 1e-9 && !host.IsRefused && !detector.IsEjected(host.DetectorIndex))
                {
                    Fire(flow, host, d);
                }
            }
        }

        // What is ejected is shared anew first.
        if (!flow.HasNewEjections)
        {
            ScheduleNext(flow);
        }
    }

    private void Fire(Flow flow, FlowHost host, int d)
    {
        host.Progress[d] = 0;
        if (flow.Detector!.Fire(host.DetectorIndex, Detection.Causes[d], World.Now))
        {
            Array.Clear(host.Progress);
            MarkDirty(flow, Events.Eject(flow, host, Detection.Causes[d]));
        }
        else
        {
            host.IsRefused = true;
            Events.RefuseEjection(flow, host);
        }
    }
}
