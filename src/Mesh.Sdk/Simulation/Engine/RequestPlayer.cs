namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Sends single requests, their retries included, and counts their failures with the exact detector.</summary>
internal sealed class RequestPlayer(World world, FlowEvents events, SimulationRandom random)
{
    public void Send(RequestFlow flow, TimeSpan now)
    {
        flow.Requests++;
        RouteStop stop = flow.Flow.Route.Stop;
        flow.LatencySeconds += stop.DelaySeconds;
        if (stop.Ratio > 0 && random.NextDouble() < stop.Ratio)
        {
            flow.Stop(stop);
            return;
        }

        if (flow.Flow.OverflowRatio > 0 && random.NextDouble() < flow.Flow.OverflowRatio)
        {
            flow.Failures[(int)FailureCause.Overflow]++;
            return;
        }

        ulong tried = 0;
        int triedPriorities = 0;
        int leftPriorities = 0;
        double elapsed = 0;
        for (int retries = flow.Flow.Route.Retries; ; retries--)
        {
            int number = flow.Flow.Route.Retries - retries;
            if (number > 0 && number % RouteSettings.RemoteRetryFrequency == 0 && flow.Flow.Route.RetriesRemoteLocalities)
            {
                leftPriorities = triedPriorities;
            }

            int host = Choose(flow, tried, leftPriorities);
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
            triedPriorities |= 1 << flow.Flow.Hosts[host].Priority;
            if (!isRetriable || retries == 0 || elapsed >= flow.Flow.Route.TimeoutSeconds || (flow.Flow.RetryRatio < 1 && random.NextDouble() >= flow.Flow.RetryRatio))
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

    private int Choose(RequestFlow flow, ulong tried, int leftPriorities)
    {
        int host = Pick();
        for (int i = 0; tried != 0 && i < RouteSettings.HostSelectionAttempts && host is >= 0 and < 64 && (tried >> host & 1) != 0; i++)
        {
            host = Pick();
        }

        return host;

        int Pick() => leftPriorities == 0 ? flow.Pick(random.NextDouble()) : flow.PickWithout(leftPriorities, random.NextDouble());
    }

    // Draws what becomes of a try at a host that does not always succeed; null is success.
    private FailureCause? Fail(RequestFlow flow, int index, TimeSpan now, ref double elapsed, out bool isRetriable)
    {
        FlowHost host = flow.Flow.Hosts[index];
        RouteSettings route = flow.Flow.Route;
        TryOutcome outcome = host.Outcome;
        double number = random.NextDouble();
        isRetriable = route.RetriesConnectFailures;
        if ((number -= outcome.Refused) < 0)
        {
            Detect(flow, host, now, LocalOriginResult.ConnectFailed, 0);
            return FailureCause.ConnectFailure;
        }

        if ((number -= outcome.Unreachable) < 0)
        {
            elapsed += route.ConnectTimeoutSeconds;
            Detect(flow, host, now, LocalOriginResult.Timeout, 0);
            return FailureCause.ConnectFailure;
        }

        if ((number -= outcome.TimedOut) < 0)
        {
            elapsed += route.AnswerLimitSeconds;
            isRetriable = route.RetriesTimeouts;
            Detect(flow, host, now, LocalOriginResult.Timeout, 0);
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
        Detect(flow, host, now, LocalOriginResult.Connected, status);
        return isError ? FailureCause.ErrorAnswer : FailureCause.Overload;
    }

    private void Detect(RequestFlow flow, FlowHost host, TimeSpan now, LocalOriginResult result, int status)
    {
        if (flow.Flow.Detector is not { } detector || now < host.CountsFrom)
        {
            return;
        }

        long refusedBefore = detector.EjectionsOverflow;
        bool isEjected = status > 0 ? detector.Respond(host.DetectorIndex, status, now) : detector.Connect(host.DetectorIndex, result, now);
        if (isEjected)
        {
            world.Now = now > world.Now ? now : world.Now;
            Simulator.MarkDirty(flow.Flow, events.Eject(flow.Flow, host, detector.LastCause!.Value));
        }
        else if (detector.EjectionsOverflow > refusedBefore && !host.IsRefused)
        {
            world.Now = now > world.Now ? now : world.Now;
            host.IsRefused = true;
            events.RefuseEjection(flow.Flow, host);
        }
    }
}
