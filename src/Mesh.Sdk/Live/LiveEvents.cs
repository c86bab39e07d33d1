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
        [.. traffic.Traffic.GroupBy(series => series.Service).SelectMany(service => Of(service.Key, [.. service], traffic.Clusters)).OrderBy(e => e.At).ThenBy(e => e.Service, StringComparer.Ordinal)];

    private static IEnumerable<SimulationEvent> Of(string service, TrafficSeries[] series, IEnumerable<string> clusters)
    {
        bool wasFailing = false;
        TrafficInterval[]? before = null;
        for (int i = 0; i < series[0].Intervals.Count; i++)
        {
            TrafficInterval[] now = [.. series.Select(s => s.Intervals[i])];
            double requests = now.Sum(n => n.RequestsPerSecond);
            double ratio = requests > 0 ? now.Sum(n => n.FailuresPerSecond) / requests : 0;
            if (ratio > Noticeable != wasFailing)
            {
                wasFailing = !wasFailing;
                yield return wasFailing
                    ? Event(SimulationEventKind.FailuresBegan, string.Create(CultureInfo.InvariantCulture, $"{100 * ratio:0.#} % of the requests to {service} fail."), MainCause(now))
                    : Event(SimulationEventKind.FailuresEnded, $"Requests to {service} no longer fail.", "Less than 1 % of them failed.");
            }

            if (Reached(now) > 0)
            {
                string[] shifts = [.. clusters.Where(c => before is not null && Math.Abs(Share(now, c) - Share(before, c)) >= Shift).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c} from {100 * Share(before!, c):0} % to {100 * Share(now, c):0} %"))];
                before = now;
                if (shifts.Length > 0)
                {
                    yield return Event(SimulationEventKind.TrafficShifted, $"Requests to {service} are shared differently: {string.Join(", ", shifts)}.", "The proxies report other clusters than before; Prometheus does not know why.");
                }
            }

            SimulationEvent Event(SimulationEventKind kind, string message, string cause) =>
                new() { At = now[0].Start, Kind = kind, Service = service, Message = message, Cause = new(cause) };
        }
    }

    private static string MainCause(TrafficInterval[] now)
    {
        FailureRate main = now.SelectMany(n => n.Failures).GroupBy(f => f.Cause).Select(g => new FailureRate(g.Key, g.Sum(f => f.PerSecond))).MaxBy(f => f.PerSecond)!;
        return $"Most of them: {ResponseCauses.Words[(int)main.Cause]}.";
    }

    private static double Reached(TrafficInterval[] intervals) => intervals.Sum(i => i.ByCluster.Values.Sum());

    private static double Share(TrafficInterval[] intervals, string cluster)
    {
        double all = Reached(intervals);
        return all > 0 ? intervals.Sum(i => i.ByCluster.TryGetValue(cluster, out double rate) ? rate : 0) / all : 0;
    }
}
