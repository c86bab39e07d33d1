using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>
/// Sends every request, its retries included, and counts its failures with the exact detector. What depends on all requests together (load on
/// endpoints, failures of called services) is taken as expected values, so that flows can be played one after the other in short slices.
/// </summary>
internal sealed class RequestSimulator : Simulator
{
    private static readonly TimeSpan LongestSlice = TimeSpan.FromMilliseconds(100);

    private readonly SimulationRandom _random;
    private readonly Dictionary<Flow, RequestFlow> _flows;

    public RequestSimulator(ServiceMesh mesh, Scenario scenario, CancellationToken cancellationToken)
        : base(mesh, scenario, cancellationToken)
    {
        _random = new(scenario.Seed);
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
    protected override void Record(Flow flow, SimulationCause cause) => _flows[flow].Prepare();

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
            Send(flow, now);
            if (flow.Flow.Target.Component.IsDirty)
            {
                EvaluateDirty();
            }

            now += gap;
        }
    }

    private void Send(RequestFlow flow, TimeSpan now)
    {
        flow.Requests++;
        if (flow.Flow.OverflowRatio > 0 && _random.NextDouble() < flow.Flow.OverflowRatio)
        {
            flow.Failures[(int)FailureCause.Overflow]++;
            return;
        }

        ulong tried = 0;
        double elapsed = 0;
        for (int retries = flow.Flow.Route.Retries; ; retries--)
        {
            int host = Choose(flow, tried);
            if (host < 0)
            {
                flow.Failures[(int)FailureCause.NoHealthyHost]++;
                return;
            }

            flow.Tries++;
            if (flow.IsFine[host])
            {
                flow.Flow.Detector?.Succeed(flow.Flow.Hosts[host].DetectorIndex);
                Succeed(flow, host, elapsed);
                return;
            }

            if (Fail(flow, host, now, ref elapsed, out bool isRetriable) is not { } cause)
            {
                Succeed(flow, host, elapsed);
                return;
            }

            tried |= host < 64 ? 1UL << host : 0;
            if (!isRetriable || retries == 0 || elapsed >= flow.Flow.Route.TimeoutSeconds)
            {
                flow.Failures[(int)(elapsed >= flow.Flow.Route.TimeoutSeconds ? FailureCause.Timeout : cause)]++;
                flow.LatencySeconds += Math.Min(elapsed, flow.Flow.Route.TimeoutSeconds);
                flow.LastTry[host]++;
                flow.LastFailed[host]++;
                return;
            }
        }
    }

    private static void Succeed(RequestFlow flow, int host, double elapsed)
    {
        flow.Ok++;
        flow.LastTry[host]++;
        flow.LatencySeconds += elapsed + flow.Latencies[host];
    }

    private int Choose(RequestFlow flow, ulong tried)
    {
        int host = flow.Pick(_random.NextDouble());
        for (int i = 0; tried != 0 && i < RouteSettings.HostSelectionAttempts && host is >= 0 and < 64 && (tried >> host & 1) != 0; i++)
        {
            host = flow.Pick(_random.NextDouble());
        }

        return host;
    }

    // Draws what becomes of a try at a host that does not always succeed; null is success.
    private FailureCause? Fail(RequestFlow flow, int index, TimeSpan now, ref double elapsed, out bool isRetriable)
    {
        FlowHost host = flow.Flow.Hosts[index];
        RouteSettings route = flow.Flow.Route;
        TryOutcome outcome = host.Outcome;
        double number = _random.NextDouble();
        isRetriable = route.RetriesConnectFailures;
        if ((number -= outcome.Refused) < 0)
        {
            Detect(flow, host, now, LocalOriginResult.ConnectFailed, 0, EjectionCause.Consecutive5xx);
            return FailureCause.ConnectFailure;
        }

        if ((number -= outcome.Unreachable) < 0)
        {
            elapsed += route.ConnectTimeoutSeconds;
            Detect(flow, host, now, LocalOriginResult.Timeout, 0, EjectionCause.Consecutive5xx);
            return FailureCause.ConnectFailure;
        }

        if ((number -= outcome.TimedOut) < 0)
        {
            elapsed += route.AnswerLimitSeconds;
            isRetriable = route.RetriesTimeouts;
            Detect(flow, host, now, LocalOriginResult.Timeout, 0, EjectionCause.Consecutive5xx);
            return FailureCause.Timeout;
        }

        bool isError = (number -= outcome.Error) < 0;
        bool isOverload = !isError && (number -= outcome.Overload) < 0;
        if (!isError && !isOverload)
        {
            flow.Flow.Detector?.Succeed(host.DetectorIndex);
            isRetriable = false;
            return null;
        }

        int status = isError ? outcome.ErrorStatus : 503;
        elapsed += outcome.LatencySeconds;
        isRetriable = route.RetriesStatus(status);
        Detect(flow, host, now, LocalOriginResult.Connected, status, EjectionCause.Consecutive5xx);
        return isError ? FailureCause.ErrorAnswer : FailureCause.Overload;
    }

    private void Detect(RequestFlow flow, FlowHost host, TimeSpan now, LocalOriginResult result, int status, EjectionCause fallback)
    {
        if (flow.Flow.Detector is not { } detector || now < host.CountsFrom)
        {
            return;
        }

        long refusedBefore = detector.EjectionsOverflow;
        bool isEjected = status > 0 ? detector.Respond(host.DetectorIndex, status, now) : detector.Connect(host.DetectorIndex, result, now);
        if (isEjected)
        {
            World.Now = now > World.Now ? now : World.Now;
            ReportFiring(flow.Flow, host, detector.LastCause ?? fallback, isEjected: true);
        }
        else if (detector.EjectionsOverflow > refusedBefore && !host.IsRefused)
        {
            World.Now = now > World.Now ? now : World.Now;
            host.IsRefused = true;
            ReportFiring(flow.Flow, host, fallback, isEjected: false);
        }
    }

    private void Flush(RequestFlow flow)
    {
        double seconds = (World.Now - flow.SegmentStart).TotalSeconds;
        if (seconds <= 0 || flow.Flow.Shares is null)
        {
            return;
        }

        TrafficInterval next = Interval(flow.Flow, flow.Rates(seconds));
        ReportChanges(flow.Flow, flow.Flow.Recorder.Current, next, flow.Flow.Target.Component.Cause);
        flow.Flow.Recorder.Begin(next);
        flow.SegmentStart = World.Now;
        flow.ResetCounts();
    }
}
