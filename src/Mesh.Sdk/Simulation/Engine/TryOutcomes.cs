namespace Mesh.Sdk.Simulation.Engine;

/// <summary>What becomes of tries at the hosts of a flow, from how the pods and gateways behave now.</summary>
internal static class TryOutcomes
{
    /// <summary>Brings the outcomes up to date and returns whether any changed.</summary>
    public static bool Update(Flow flow, World world)
    {
        bool hasChanged = false;
        foreach (FlowHost host in flow.Hosts)
        {
            TryOutcome outcome = Of(flow, host, world);
            if (outcome != host.Outcome)
            {
                NoteDelay(flow, host, outcome, host.Outcome, world.Now);
                host.Outcome = outcome;
                hasChanged = true;
            }
        }

        return hasChanged;
    }

    /// <summary>Notes which hosts get tries for the first time, or again.</summary>
    public static void NoteTries(Flow flow, TimeSpan now)
    {
        foreach (FlowHost host in flow.Hosts)
        {
            if (host.Tries > 0 && !host.IsTried)
            {
                NoteDelay(flow, host, host.Outcome, default, now);
            }

            host.IsTried = host.Tries > 0;
        }
    }

    // A failure that takes time shows that much later; what was on its way still succeeds.
    private static void NoteDelay(Flow flow, FlowHost host, TryOutcome outcome, TryOutcome before, TimeSpan now)
    {
        double delay = outcome.Unreachable > before.Unreachable ? flow.Route.ConnectTimeoutSeconds
            : outcome.TimedOut > before.TimedOut ? flow.Route.AnswerLimitSeconds
            : 0;
        if (delay > 0)
        {
            host.CountsFrom = now + TimeSpan.FromSeconds(delay);
        }

        host.IsRefused = false;
        if (outcome.IsFine)
        {
            Array.Clear(host.Progress);
            host.CountsFrom = default;
        }
    }

    private static TryOutcome Of(Flow flow, FlowHost host, World world)
    {
        string client = flow.Client.Cluster;
        if (host.GatewayCluster is { } cluster)
        {
            if (world.IsLost(cluster) || world.IsCut(client, cluster))
            {
                return TryOutcome.Swallows;
            }

            if (world.IsGatewayLost(cluster) || host.Behind.Length == 0)
            {
                return TryOutcome.Refuses;
            }
        }

        return host.Behind.Length switch
        {
            0 => TryOutcome.Refuses,
            1 => Of(flow, host.Behind[0], host.GatewayCluster ?? client, world),
            _ => Mix(flow, host, world),
        };
    }

    private static TryOutcome Mix(Flow flow, FlowHost host, World world)
    {
        TryOutcome sum = default;
        TryOutcome first = default;
        bool areAlike = true;
        double part = 1.0 / host.Behind.Length;
        for (int i = 0; i < host.Behind.Length; i++)
        {
            TryOutcome one = Of(flow, host.Behind[i], host.GatewayCluster!, world);
            first = i == 0 ? one : first;
            areAlike &= one == first;
            sum = new()
            {
                Refused = sum.Refused + (part * one.Refused),
                Unreachable = sum.Unreachable + (part * one.Unreachable),
                TimedOut = sum.TimedOut + (part * one.TimedOut),
                Error = sum.Error + (part * one.Error),
                Overload = sum.Overload + (part * one.Overload),
                ErrorStatus = one.Error > 0 ? one.ErrorStatus : sum.ErrorStatus,
                LatencySeconds = sum.LatencySeconds + (part * one.LatencySeconds),
            };
        }

        return areAlike ? first : sum;
    }

    private static TryOutcome Of(Flow flow, Pod pod, string from, World world)
    {
        if (pod.IsBlackHole || world.IsCut(from, pod.Endpoint.Cluster))
        {
            return TryOutcome.Swallows;
        }

        if (pod.IsRefusing)
        {
            return TryOutcome.Refuses;
        }

        double taken = 1 - pod.OverloadRatio;
        bool isLate = pod.LatencySeconds > flow.Route.AnswerLimitSeconds;
        double error = 1 - ((1 - pod.ErrorRatio) * (1 - pod.DependencyErrorRatio));
        return new()
        {
            Overload = pod.OverloadRatio,
            TimedOut = isLate ? taken : 0,
            Error = isLate ? 0 : taken * error,
            ErrorStatus = pod.ErrorRatio > 0 ? pod.ErrorStatus : 500,
            LatencySeconds = pod.LatencySeconds,
        };
    }
}
