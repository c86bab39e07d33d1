using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>
/// Sends every request. What depends on all requests together (load on endpoints, failures of called services) is taken as expected values, so
/// that flows can be played one after the other in short slices.
/// </summary>
internal sealed class RequestSimulator : Simulator
{
    private static readonly TimeSpan LongestSlice = TimeSpan.FromMilliseconds(100);

    private readonly RequestPlayer _player;
    private readonly Dictionary<Flow, RequestFlow> _flows;

    public RequestSimulator(ServiceMesh mesh, Scenario scenario, CancellationToken cancellationToken)
        : base(mesh, scenario, cancellationToken)
    {
        _player = new(World, Events, new(scenario.Seed));
        _flows = Flows.All.ToDictionary(flow => flow, flow => new RequestFlow(flow));
    }

    protected override void Run()
    {
        RequestFlow[] flows = [.. _flows.Values];
        TimeSpan stepEnd = Scenario.Resolution;
        while (World.Now < Scenario.Duration)
        {
            TimeSpan start = World.Now;
            TimeSpan end = Earliest(start + LongestSlice, stepEnd, Schedule.Next, NextSweep(start), Scenario.Duration);
            foreach (RequestFlow flow in flows)
            {
                Play(flow, start, end);
            }

            World.Now = end;
            SweepAll(end);
            CountSteps(end < Scenario.Duration ? Schedule.RunUntil(end) : 0);
            EvaluateDirty();
            if (end >= stepEnd || end == Scenario.Duration)
            {
                Array.ForEach(flows, Flush);
                stepEnd += end >= stepEnd ? Scenario.Resolution : TimeSpan.Zero;
            }
        }
    }

    /// <inheritdoc/>
    protected override void CountUp(Flow flow) => Flush(_flows[flow]);

    /// <inheritdoc/>
    protected override void Record(Flow flow, SimulationCause cause)
    {
        if (flow.Change != FlowChange.Rate)
        {
            _flows[flow].Prepare();
        }
    }

    private static TimeSpan Earliest(TimeSpan first, params ReadOnlySpan<TimeSpan?> others)
    {
        foreach (TimeSpan? other in others)
        {
            first = other < first ? other.Value : first;
        }

        return first;
    }

    private TimeSpan? NextSweep(TimeSpan now)
    {
        TimeSpan? next = null;
        foreach (RequestFlow flow in _flows.Values)
        {
            if (flow.Flow.Settings is { } settings)
            {
                long interval = Math.Max(TimeSpan.TicksPerMillisecond, settings.Interval.Ticks);
                TimeSpan sweep = TimeSpan.FromTicks(((now.Ticks / interval) + 1) * interval);
                next = next is null || sweep < next ? sweep : next;
            }
        }

        return next;
    }

    private void SweepAll(TimeSpan now)
    {
        foreach (RequestFlow flow in _flows.Values)
        {
            if (flow.Flow is { Detector: { } detector, Settings: { } settings } && now.Ticks % Math.Max(TimeSpan.TicksPerMillisecond, settings.Interval.Ticks) == 0)
            {
                Sweep(flow.Flow, detector);
            }
        }
    }

    private void Play(RequestFlow flow, TimeSpan start, TimeSpan end)
    {
        TimeSpan now = start;
        flow.Carry += flow.Flow.Rate * (end - start).TotalSeconds;
        long count = (long)flow.Carry;
        flow.Carry -= count;
        CountSteps(count);
        TimeSpan gap = count > 0 ? (end - start) / count : default;
        for (long i = 0; i < count; i++)
        {
            _player.Send(flow, now);
            if (flow.Flow.Target.Component.IsDirty)
            {
                EvaluateDirty();
            }

            now += gap;
        }
    }

    private void Flush(RequestFlow flow)
    {
        double seconds = (World.Now - flow.SegmentStart).TotalSeconds;
        if (seconds <= 0 || flow.Flow.Shares is null)
        {
            return;
        }

        TrafficInterval next = FlowIntervals.Of(flow.Flow, flow.Rates(seconds), Scenario.Duration);
        Events.Change(flow.Flow, flow.Flow.Recorder.Current, next, flow.Flow.Target.Component.Cause);
        flow.Flow.Recorder.Begin(next);
        flow.SegmentStart = World.Now;
        flow.ResetCounts();
    }
}
