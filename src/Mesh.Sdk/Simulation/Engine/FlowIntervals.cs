using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Turns the state of a flow into an interval of the report.</summary>
internal static class FlowIntervals
{
    public static TrafficInterval Of(Flow flow, FlowRates rates, TimeSpan end) => new(rates.Start, end, rates.Requests, new()
    {
        Successes = rates.Successes,
        Failures = FailuresOf(rates.Failures),
        Tries = rates.Tries,
        ByCluster = SumByCluster(flow, rates.LastTry),
        FailuresByCluster = SumByCluster(flow, rates.LastFailed),
        ByLocality = SumByLocality(flow, rates.LastTry),
        Priorities = flow.Priorities,
        EjectedHosts = flow.EjectedHosts,
        MeanLatency = TimeSpan.FromSeconds(rates.LatencySeconds),
    });

    public static EquatableList<PriorityState> PrioritiesOf(TrafficShares shares)
    {
        PriorityLoad load = shares.Priorities;
        int[] hosts = new int[load.HealthPercent.Count];
        int[] healthy = new int[hosts.Length];
        foreach (HostShare share in shares.Hosts)
        {
            hosts[share.Priority]++;
            healthy[share.Priority] += share.Host.IsHealthy ? 1 : 0;
        }

        return [.. hosts.Select((count, i) => new PriorityState(i, count, healthy[i], load.LoadPercent[i], load.IsInPanic[i]))];
    }

    public static EquatableList<string> EjectedOf(Flow flow) => flow.Detector is { EjectedHosts: > 0 } detector
        ? [.. flow.Hosts.Where(h => detector.IsEjected(h.DetectorIndex)).Select(h => h.Host.Address).Order(StringComparer.Ordinal)]
        : [];

    private static EquatableList<FailureRate> FailuresOf(double[] byCause)
    {
        List<FailureRate> rates = [];
        for (int cause = 0; cause < byCause.Length; cause++)
        {
            if (byCause[cause] > 0)
            {
                rates.Add(new((FailureCause)cause, byCause[cause]));
            }
        }

        return [.. rates];
    }

    private static EquatableMap<double> SumByCluster(Flow flow, double[] byHost)
    {
        Dictionary<string, double> sums = new(StringComparer.Ordinal);
        for (int i = 0; i < byHost.Length; i++)
        {
            foreach ((string cluster, double ratio) in byHost[i] > 0 ? flow.Hosts[i].Host.ClusterRatios.AsSpan() : [])
            {
                sums[cluster] = sums.GetValueOrDefault(cluster) + (byHost[i] * ratio);
            }
        }

        return sums;
    }

    private static EquatableMap<double> SumByLocality(Flow flow, double[] byHost)
    {
        Dictionary<string, double> sums = new(StringComparer.Ordinal);
        for (int i = 0; i < byHost.Length; i++)
        {
            if (byHost[i] > 0)
            {
                string locality = flow.Hosts[i].Locality;
                sums[locality] = sums.GetValueOrDefault(locality) + byHost[i];
            }
        }

        return sums;
    }
}
