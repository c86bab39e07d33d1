using System.Globalization;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation;

/// <content>Questions that tests ask.</content>
public sealed partial record SimulationReport
{
    /// <summary>Below this many requests per second, rounding is all there is.</summary>
    private const double Nothing = 1e-6;

    /// <summary>Returns the share of a cluster, 0 to 1, among the requests to a service that reach a cluster at a time.</summary>
    /// <exception cref="ArgumentException">The mesh has no such service or cluster.</exception>
    public double Share(string service, string cluster, TimeSpan at)
    {
        RequireCluster(cluster);
        double all = 0;
        double here = 0;
        foreach (TrafficInterval interval in Of(service).Select(series => series.At(at)))
        {
            all += interval.ByCluster.Values.Sum();
            here += interval.ByCluster.TryGetValue(cluster, out double rate) ? rate : 0;
        }

        return all > 0 ? here / all : 0;
    }

    /// <summary>Returns how many requests to a service were made.</summary>
    /// <exception cref="ArgumentException">The mesh has no such service.</exception>
    public double Requests(string service) => Of(service).Sum(series => series.Requests);

    /// <summary>Returns how many requests to a service were answered without an error.</summary>
    /// <exception cref="ArgumentException">The mesh has no such service.</exception>
    public double Succeeded(string service) => Of(service).Sum(series => series.Successes);

    /// <summary>Returns how many requests to a service failed, of all causes.</summary>
    /// <exception cref="ArgumentException">The mesh has no such service.</exception>
    public double Lost(string service) => Of(service).Sum(series => series.Failures);

    /// <summary>Returns how many requests to a service failed for one cause.</summary>
    /// <exception cref="ArgumentException">The mesh has no such service.</exception>
    public double Lost(string service, FailureCause cause) => Of(service)
        .SelectMany(series => series.Intervals)
        .Sum(i => i.Length.TotalSeconds * i.Failures.Where(f => f.Cause == cause).Sum(f => f.PerSecond));

    /// <summary>Returns which part of the requests to a service fails at a time, 0 to 1.</summary>
    /// <exception cref="ArgumentException">The mesh has no such service.</exception>
    public double ErrorRatio(string service, TimeSpan at)
    {
        TrafficInterval[] now = [.. Of(service).Select(series => series.At(at))];
        double requests = now.Sum(i => i.RequestsPerSecond);
        return requests > 0 ? now.Sum(i => i.FailuresPerSecond) / requests : 0;
    }

    /// <summary>Returns for how long, in all, requests to a service failed.</summary>
    /// <exception cref="ArgumentException">The mesh has no such service.</exception>
    public TimeSpan TimeWithFailures(string service)
    {
        TimeSpan sum = default;
        TimeSpan covered = default;
        foreach (TrafficInterval interval in FailingIntervals(service, default).OrderBy(i => i.Start))
        {
            TimeSpan start = interval.Start > covered ? interval.Start : covered;
            sum += interval.End > start ? interval.End - start : default;
            covered = interval.End > covered ? interval.End : covered;
        }

        return sum;
    }

    /// <summary>Returns how long after a time the last request to a service failed: the recovery time (RTO).</summary>
    /// <param name="service">The service.</param>
    /// <param name="after">When the outage began; by default the first fault of the scenario.</param>
    /// <returns>Zero if none failed; <see langword="null"/> if requests still fail at the end.</returns>
    /// <exception cref="ArgumentException">The mesh has no such service.</exception>
    public TimeSpan? RecoveryTime(string service, TimeSpan? after = null)
    {
        TimeSpan start = after ?? FirstFault;
        TimeSpan last = FailingIntervals(service, start).Select(i => i.End).DefaultIfEmpty(start).Max();
        return last >= Duration && last > start ? null : last - start;
    }

    /// <summary>Returns how long after a time any client first routed requests to a service differently.</summary>
    /// <param name="service">The service.</param>
    /// <param name="after">When the outage began; by default the first fault of the scenario.</param>
    /// <returns><see langword="null"/> if none ever did.</returns>
    /// <exception cref="ArgumentException">The mesh has no such service.</exception>
    public TimeSpan? TimeToDetect(string service, TimeSpan? after = null)
    {
        string name = NameOf(service);
        TimeSpan start = after ?? FirstFault;
        SimulationEvent? first = Events.FirstOrDefault(e =>
            e.At >= start && e.Service == name && e.Kind is (SimulationEventKind.Ejected or SimulationEventKind.EndpointsChanged));
        return first is null ? null : first.At - start;
    }

    /// <summary>Returns how long after a time no request to a service goes to a cluster any more.</summary>
    /// <param name="service">The service.</param>
    /// <param name="from">The cluster that is left.</param>
    /// <param name="after">When the outage began; by default the first fault of the scenario.</param>
    /// <returns><see langword="null"/> if requests still go there at the end, or until its recovery.</returns>
    /// <exception cref="ArgumentException">The mesh has no such service or cluster.</exception>
    public TimeSpan? TimeToFullFailover(string service, string from, TimeSpan? after = null)
    {
        RequireCluster(from);
        TimeSpan start = after ?? FirstFault;
        foreach (TimeSpan time in ChangesOf(service, start))
        {
            if (Share(service, from, time) < Nothing && Of(service).Any(series => series.At(time).RequestsPerSecond > 0))
            {
                return time - start;
            }
        }

        return null;
    }

    /// <summary>Returns how long after a time a cluster has the share again that it had before the first fault.</summary>
    /// <param name="service">The service.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="after">When the fault ended.</param>
    /// <returns><see langword="null"/> if it has not until the end.</returns>
    /// <exception cref="ArgumentException">The mesh has no such service or cluster.</exception>
    public TimeSpan? TimeToReturn(string service, string cluster, TimeSpan after)
    {
        TimeSpan before = FirstFault - TimeSpan.FromTicks(1);
        double share = Share(service, cluster, before > default(TimeSpan) ? before : default);
        foreach (TimeSpan time in ChangesOf(service, after))
        {
            if (Math.Abs(Share(service, cluster, time) - share) < 0.01)
            {
                return time - after;
            }
        }

        return null;
    }

    /// <summary>Returns the greatest load of a service in a cluster, in tries per second.</summary>
    /// <exception cref="ArgumentException">The mesh has no such service or cluster.</exception>
    public double PeakLoad(string service, string cluster) => CapacityOf(service, cluster)?.PeakLoad ?? 0;

    /// <summary>Returns the greatest load of a service in a cluster as a part of its capacity; <see langword="null"/> if the scenario gives none.</summary>
    /// <exception cref="ArgumentException">The mesh has no such service or cluster.</exception>
    public double? PeakUtilizationRatio(string service, string cluster) => CapacityOf(service, cluster)?.PeakUtilizationRatio;

    /// <summary>Returns the series of all clients of a service.</summary>
    /// <exception cref="ArgumentException">The mesh has no such service.</exception>
    public IEnumerable<TrafficSeries> Of(string service)
    {
        string name = NameOf(service);
        return Traffic.Where(series => series.Service == name);
    }

    private TimeSpan FirstFault => Scenario.Faults.Count == 0 ? default : Scenario.Faults.Min(fault => fault.At);

    private CapacitySeries? CapacityOf(string service, string cluster)
    {
        RequireCluster(cluster);
        string name = NameOf(service);
        return Capacity.FirstOrDefault(series => series.Service == name && series.Cluster == cluster);
    }

    private IEnumerable<TrafficInterval> FailingIntervals(string service, TimeSpan after) =>
        Of(service).SelectMany(series => series.Intervals).Where(i => i.End > after && i.FailuresPerSecond > Nothing);

    private IEnumerable<TimeSpan> ChangesOf(string service, TimeSpan from) => Of(service)
        .SelectMany(series => series.Intervals)
        .Where(i => i.End > from)
        .Select(i => i.Start > from ? i.Start : from)
        .Distinct()
        .Order();

    private string NameOf(string service)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        MeshService[] found = [.. Mesh.Services.Where(s => s.Name == service || ScenarioNames.Of(s) == service)];
        return found.Length switch
        {
            1 => ScenarioNames.Of(found[0]),
            0 => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The mesh has no service '{service}'."), nameof(service)),
            _ => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Several namespaces have a service '{service}'; say namespace/name."), nameof(service)),
        };
    }

    private void RequireCluster(string cluster)
    {
        if (Mesh.FindCluster(cluster) is null)
        {
            throw new ArgumentException($"The mesh has no cluster '{cluster}'.", nameof(cluster));
        }
    }
}
