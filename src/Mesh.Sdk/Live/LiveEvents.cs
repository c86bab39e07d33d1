using System.Globalization;
using Mesh.Sdk.Simulation;

namespace Mesh.Sdk.Live;

/// <summary>What changed in a live mesh, as far as requests tell: where they went, and whether they failed.</summary>
internal static class LiveEvents
{
    /// <summary>Below this part of the requests, failures are everyday's.</summary>
    private const double Noticeable = 0.01;

    /// <summary>A cluster's share that changes by less is the play of chance.</summary>
    private const double Shift = 0.1;

    public static IReadOnlyList<SimulationEvent> Of(LiveTraffic traffic) =>
    [
        .. traffic.Traffic.GroupBy(series => series.Service)
            .SelectMany(service => Failures(service.Key, Times(service)).Concat(Shifts(service.Key, Times(service), [.. traffic.Clusters])))
            .OrderBy(e => e.At),
    ];

    private static IEnumerable<SimulationEvent> Failures(string service, IEnumerable<TrafficInterval[]> times)
    {
        bool wasFailing = false;
        foreach (TrafficInterval[] now in times)
        {
            double requests = now.Sum(n => n.RequestsPerSecond);
            double ratio = requests > 0 ? now.Sum(n => n.FailuresPerSecond) / requests : 0;
            if (ratio > Noticeable != wasFailing)
            {
                wasFailing = !wasFailing;
                yield return wasFailing
                    ? Event(SimulationEventKind.FailuresBegan, service, now, string.Create(CultureInfo.InvariantCulture, $"{100 * ratio:0.#} % of the requests to {service} fail."), MainCause(now))
                    : Event(SimulationEventKind.FailuresEnded, service, now, $"Requests to {service} no longer fail.", "Less than 1 % of them failed.");
            }
        }
    }

    // Times at which no cluster was reached are passed over: what follows is compared with what was before.
    private static IEnumerable<SimulationEvent> Shifts(string service, IEnumerable<TrafficInterval[]> times, string[] clusters)
    {
        TrafficInterval[]? before = null;
        foreach (TrafficInterval[] now in times.Where(time => Reached(time) > 0))
        {
            string[] shifts = before is null ? [] : [.. clusters
                .Select(cluster => (cluster, Old: Share(before, cluster), New: Share(now, cluster)))
                .Where(share => Math.Abs(share.New - share.Old) >= Shift)
                .Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.cluster} from {100 * share.Old:0} % to {100 * share.New:0} %"))];
            if (shifts.Length > 0)
            {
                yield return Event(SimulationEventKind.TrafficShifted, service, now, $"Requests to {service} are shared differently: {string.Join(", ", shifts)}.", "The proxies report other clusters than before; Prometheus does not know why.");
            }

            before = now;
        }
    }

    private static IEnumerable<TrafficInterval[]> Times(IEnumerable<TrafficSeries> series)
    {
        TrafficSeries[] all = [.. series];
        return Enumerable.Range(0, all[0].Intervals.Count).Select(i => all.Select(s => s.Intervals[i]).ToArray());
    }

    private static SimulationEvent Event(SimulationEventKind kind, string service, TrafficInterval[] now, string message, string cause) =>
        new() { At = now[0].Start, Kind = kind, Service = service, Message = message, Cause = new(cause) };

    private static string MainCause(TrafficInterval[] now)
    {
        FailureCause main = now.SelectMany(n => n.Failures).GroupBy(f => f.Cause).MaxBy(g => g.Sum(f => f.PerSecond))!.Key;
        return $"Most of them: {ResponseCauses.Words[(int)main]}.";
    }

    private static double Reached(TrafficInterval[] intervals) => intervals.Sum(i => i.ByCluster.Values.Sum());

    private static double Share(TrafficInterval[] intervals, string cluster) =>
        intervals.Sum(i => i.ByCluster.TryGetValue(cluster, out double rate) ? rate : 0) / Reached(intervals);
}
