namespace Mesh.Sdk.Simulation.Engine;

/// <summary>How a pod answers, from what the scenario says of its service and from the faults that hit it.</summary>
internal static class PodBehavior
{
    private static readonly ServiceBehavior Default = new() { Service = "" };

    public static void Apply(Pod pod, Scenario scenario, IEnumerable<ScenarioFault> faults)
    {
        ServiceBehavior behavior = Find(pod, scenario);
        double good = 1 - behavior.ErrorRatio;
        pod.ErrorStatus = behavior.ErrorStatus;
        pod.LatencySeconds = behavior.Latency.TotalSeconds;
        pod.Capacity = behavior.CapacityPerEndpoint ?? double.PositiveInfinity;
        foreach (ScenarioFault fault in faults)
        {
            if (fault.Kind is FaultKind.Errors or FaultKind.BadRollout)
            {
                good *= 1 - (fault.ErrorRatio ?? 1);
                pod.ErrorStatus = fault.Status ?? pod.ErrorStatus;
            }
            else if (fault.Kind == FaultKind.Slow)
            {
                pod.LatencySeconds += fault.Delay?.TotalSeconds ?? 0;
            }
        }

        pod.ErrorRatio = 1 - good;
    }

    private static ServiceBehavior Find(Pod pod, Scenario scenario)
    {
        ServiceBehavior? general = null;
        foreach (ServiceBehavior behavior in scenario.Behaviors)
        {
            if (behavior.Service == pod.Set.Name || behavior.Service == pod.Set.Service.Name)
            {
                if (behavior.Cluster == pod.Endpoint.Cluster)
                {
                    return behavior;
                }

                general = behavior.Cluster is null ? behavior : general;
            }
        }

        return general ?? Default;
    }
}
