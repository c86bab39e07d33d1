namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Brings rates and outcomes of services that depend on each other into agreement, and notes which flows have changed by it.</summary>
internal sealed class Equilibrium(World world, TimeSpan resolution)
{
    private const int MostPasses = 40;
    private const double Tolerance = 1e-9;

    public void Find(Component component)
    {
        for (int pass = 0; pass < MostPasses; pass++)
        {
            RaiseFailures(component);
            if (!LowerLoads(component))
            {
                break;
            }
        }
    }

    // Called services first: a caller may answer with their failures.
    private void RaiseFailures(Component component)
    {
        for (int i = component.Services.Count - 1; i >= 0; i--)
        {
            PodSet service = component.Services[i];
            foreach (Pod pod in service.Calls.Count > 0 ? service.Pods : [])
            {
                double failing = FailingCalls(service, pod);
                service.HasNewBehavior |= !failing.Equals(pod.DependencyErrorRatio);
                pod.DependencyErrorRatio = failing;
            }

            foreach (Flow flow in service.Callers)
            {
                bool isSharedAnew = flow.Change.HasFlag(FlowChange.Shares);
                if ((service.HasNewBehavior || isSharedAnew) && (TryOutcomes.Update(flow, world) || isSharedAnew))
                {
                    flow.Outcome = RetryCalculator.Compute(flow, flow.RetryRatio);
                    TryOutcomes.NoteTries(flow, world.Now);
                    flow.Change = (flow.Change | FlowChange.Outcome) & ~FlowChange.Shares;
                }
            }

            service.HasNewBehavior = false;
        }
    }

    private static double FailingCalls(PodSet service, Pod pod)
    {
        double good = 1;
        foreach (CallFlow call in service.Calls)
        {
            if (call.Call.PropagatesFailures && call.Covers(pod))
            {
                good *= Math.Pow(1 - Math.Min(1, call.Flow.FailureRatio), call.Call.PerRequest * call.Weight);
            }
        }

        return 1 - good;
    }

    // Callers first: what they answer decides what they ask. Returns whether a limit is met differently, so that outcomes change again.
    private bool LowerLoads(Component component)
    {
        bool hasChanged = false;
        foreach (PodSet service in component.Services)
        {
            foreach (Pod pod in service.Pods)
            {
                pod.Load = 0;
            }

            foreach (Flow flow in service.Callers)
            {
                SetRate(flow, flow.Client.CallingService is null ? RootRate(flow) : flow.CallRate);
                hasChanged |= Limit(flow);
                Load(flow);
            }

            hasChanged |= service.HasCapacity && Overload(service);
            foreach (CallFlow call in service.Calls)
            {
                call.Flow.CallRate = 0;
            }

            foreach (CallFlow call in service.Calls)
            {
                call.Flow.CallRate += call.Call.PerRequest * call.Weight * Answered(service, call);
            }
        }

        return hasChanged;
    }

    private static double Answered(PodSet service, CallFlow call)
    {
        double sum = 0;
        foreach (Pod pod in service.Pods)
        {
            sum += call.Covers(pod) ? pod.Load * (1 - pod.OverloadRatio) : 0;
        }

        return sum;
    }

    private static void SetRate(Flow flow, double rate)
    {
        if (!flow.Rate.Equals(rate))
        {
            flow.Rate = rate;
            flow.Change |= FlowChange.Rate;
        }
    }

    private static bool Limit(Flow flow)
    {
        bool retriesDiffer = LimitRetries(flow);
        double concurrent = flow.Rate * (1 - flow.Route.Stop.Ratio) * flow.Outcome.LatencySeconds;
        double stopped = concurrent > flow.Route.MaxConcurrentRequests ? 1 - (flow.Route.MaxConcurrentRequests / concurrent) : 0;
        bool hasChanged = retriesDiffer || Math.Abs(stopped - flow.OverflowRatio) > Tolerance;
        flow.Change |= stopped.Equals(flow.OverflowRatio) ? FlowChange.None : FlowChange.Outcome;
        flow.OverflowRatio = stopped;
        return hasChanged;
    }

    private static bool LimitRetries(Flow flow)
    {
        if (flow.Route.RetryLimit == RetryLimit.None)
        {
            return false;
        }

        double before = flow.RetryRatio;
        flow.RetryRatio = flow.Route.RetryLimit.Permit(permitted => RetryCalculator.Compute(flow, permitted), flow.SentRate);
        flow.Outcome = RetryCalculator.Compute(flow, flow.RetryRatio);
        flow.Change |= before.Equals(flow.RetryRatio) ? FlowChange.None : FlowChange.Outcome;
        return Math.Abs(before - flow.RetryRatio) > Tolerance;
    }

    private static void Load(Flow flow)
    {
        double rate = flow.SentRate;
        foreach (FlowHost host in flow.Hosts)
        {
            double each = host.Behind.Length == 0 ? 0 : rate * host.Tries / host.Behind.Length;
            if (each <= 0 || host.Outcome.Unreachable + host.Outcome.Refused >= 1)
            {
                continue;
            }

            foreach (Pod pod in host.Behind)
            {
                pod.Load += pod.IsRefusing || pod.IsBlackHole ? 0 : each;
            }
        }
    }

    private double RootRate(Flow flow)
    {
        if (world.IsLost(flow.Client.Cluster))
        {
            return 0;
        }

        double rate = 0;
        foreach ((ScenarioLoad load, double ratio) in flow.Loads)
        {
            rate += ratio * load.At(load.IsRamp ? world.Now + (resolution / 2) : world.Now);
        }

        return rate;
    }

    private static bool Overload(PodSet service)
    {
        bool hasChanged = false;
        foreach (Pod pod in service.Pods)
        {
            double ratio = pod.Load > pod.Capacity ? 1 - (pod.Capacity / pod.Load) : 0;
            hasChanged |= Math.Abs(ratio - pod.OverloadRatio) > Tolerance;
            service.HasNewBehavior |= !ratio.Equals(pod.OverloadRatio);
            pod.OverloadRatio = ratio;
        }

        return hasChanged;
    }
}
