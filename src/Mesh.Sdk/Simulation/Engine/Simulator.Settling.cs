namespace Mesh.Sdk.Simulation.Engine;

/// <content>Finds the state that holds until the next event.</content>
internal abstract partial class Simulator
{
    private const int MostPasses = 40;
    private const double Tolerance = 1e-9;

    /// <summary>Brings rates and outcomes of services that depend on each other into agreement.</summary>
    protected virtual void Settle(Component component)
    {
        foreach (PodSet service in component.Services)
        {
            foreach (Flow flow in service.Callers)
            {
                CountUp(flow);
                flow.CountedUntil = World.Now;
                bool isSharedAnew = service.IsStructureDirty || flow.HasNewEjections;
                flow.HasNewEjections = false;
                if (service.IsStructureDirty)
                {
                    FlowHosts.Rebuild(flow, World.Now == default ? flow.Plan : Flows.PlanOf(flow, out _), World);
                }
                else if (isSharedAnew)
                {
                    FlowHosts.Share(flow);
                }

                if (TryOutcomes.Update(flow, World) || isSharedAnew)
                {
                    flow.Outcome = RetryCalculator.Compute(flow.Route, flow.Hosts);
                }
            }

            service.IsStructureDirty = service.IsBehaviorDirty = false;
        }

        for (int pass = 0; pass < MostPasses; pass++)
        {
            RaiseFailures(component);
            LowerLoads(component);
            bool hasChanged = false;
            foreach (PodSet service in component.Services)
            {
                hasChanged |= service.HasCapacity && Overload(service);
            }

            if (!hasChanged && pass > 0)
            {
                break;
            }
        }

        foreach (PodSet service in component.Services)
        {
            foreach (Flow flow in service.Callers)
            {
                Record(flow, component.Cause);
            }

            RecordCapacity(service, component.Cause);
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
                double good = 1;
                foreach (CallFlow call in service.Calls)
                {
                    if (call.Call.PropagatesFailures && call.Covers(pod))
                    {
                        good *= Math.Pow(1 - Math.Min(1, call.Flow.FailureRatio), call.Call.PerRequest * call.Weight);
                    }
                }

                pod.DependencyErrorRatio = 1 - good;
            }

            foreach (Flow flow in service.Callers)
            {
                if (TryOutcomes.Update(flow, World))
                {
                    flow.Outcome = RetryCalculator.Compute(flow.Route, flow.Hosts);
                }
            }
        }
    }

    // Callers first: what they answer decides what they ask.
    private void LowerLoads(Component component)
    {
        foreach (PodSet service in component.Services)
        {
            foreach (Pod pod in service.Pods)
            {
                pod.Load = 0;
            }

            foreach (Flow flow in service.Callers)
            {
                if (flow.Client.CallingService is null)
                {
                    flow.Rate = RootRate(flow);
                }

                double concurrent = flow.Rate * Math.Max(flow.Outcome.LatencySeconds, 0);
                flow.OverflowRatio = concurrent > flow.Route.MaxConcurrentRequests ? 1 - (flow.Route.MaxConcurrentRequests / concurrent) : 0;
                double rate = flow.Rate * (1 - flow.OverflowRatio);
                foreach (FlowHost host in flow.Hosts)
                {
                    double each = host.Behind.Length == 0 ? 0 : rate * host.Tries / host.Behind.Length;
                    foreach (Pod pod in each > 0 ? host.Behind : [])
                    {
                        pod.Load += pod.IsRefusing || pod.IsBlackHole || host.Outcome.Unreachable + host.Outcome.Refused >= 1 ? 0 : each;
                    }
                }
            }

            foreach (IGrouping<Flow, CallFlow> calls in service.Calls.GroupBy(c => c.Flow))
            {
                calls.Key.Rate = calls.Sum(call => call.Call.PerRequest * call.Weight
                    * service.Pods.Where(call.Covers).Sum(pod => pod.Load * (1 - pod.OverloadRatio)));
            }
        }
    }

    private double RootRate(Flow flow)
    {
        if (World.IsLost(flow.Client.Cluster))
        {
            return 0;
        }

        double rate = 0;
        foreach ((ScenarioLoad load, double ratio) in flow.Loads)
        {
            rate += ratio * load.At(load.IsRamp ? World.Now + (Scenario.Resolution / 2) : World.Now);
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
            pod.OverloadRatio = ratio;
        }

        return hasChanged;
    }
}
