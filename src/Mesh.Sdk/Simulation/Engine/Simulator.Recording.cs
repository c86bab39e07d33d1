using System.Globalization;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation.Engine;

/// <content>Turns states into intervals and events.</content>
internal abstract partial class Simulator
{
    private const double Noticeable = 0.005;

    private readonly Dictionary<(string Service, string Cluster), CapacityRecorder> _capacity = [];

    /// <summary>Begins an interval of expected values.</summary>
    protected virtual void Record(Flow flow, SimulationCause cause)
    {
        TrafficInterval next = Interval(flow, flow.Rates(World.Now));
        ReportChanges(flow, flow.Recorder.Current, next, cause);
        flow.Recorder.Begin(next);
    }

    protected TrafficInterval Interval(Flow flow, FlowRates rates)
    {
        PriorityLoad load = flow.Shares.Priorities;
        return new()
        {
            Start = rates.Start,
            End = Scenario.Duration,
            RequestsPerSecond = rates.Requests,
            SuccessesPerSecond = rates.Successes,
            Failures = [.. rates.Failures.Select((rate, cause) => new FailureRate((FailureCause)cause, rate)).Where(f => f.PerSecond > 0)],
            TriesPerSecond = rates.Tries,
            ByCluster = SumByCluster(flow, rates.LastTry),
            FailuresByCluster = SumByCluster(flow, rates.LastFailed),
            ByLocality = SumByLocality(flow, rates.LastTry),
            MeanLatency = TimeSpan.FromSeconds(rates.LatencySeconds),
            Priorities = [.. Enumerable.Range(0, load.HealthPercent.Count).Select(i => State(flow, load, i))],
            EjectedHosts = flow.Detector is { EjectedHosts: > 0 } detector
                ? [.. flow.Hosts.Where(h => detector.IsEjected(h.DetectorIndex)).Select(h => h.Host.Address).Order(StringComparer.Ordinal)]
                : [],
        };
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
                string locality = flow.Hosts[i].Locality?.ToString() ?? "";
                sums[locality] = sums.GetValueOrDefault(locality) + byHost[i];
            }
        }

        return sums;
    }

    protected void ReportChanges(Flow flow, TrafficInterval? before, TrafficInterval after, SimulationCause cause)
    {
        bool failedBefore = before is { RequestsPerSecond: > 0 } && before.FailuresPerSecond > Tolerance;
        bool failsNow = after.FailuresPerSecond > Tolerance;
        if (failsNow != failedBefore && (before is not null || failsNow))
        {
            string text = failsNow
                ? string.Create(CultureInfo.InvariantCulture, $"{after.FailuresPerSecond:0.##} of {after.RequestsPerSecond:0.##} requests per second from {flow.Client.Name} to {flow.Target.Name} fail ({string.Join(", ", after.Failures.Select(f => f.Cause))}).")
                : $"Requests from {flow.Client.Name} to {flow.Target.Name} no longer fail.";
            Report(Event(failsNow ? SimulationEventKind.FailuresBegan : SimulationEventKind.FailuresEnded, flow, text, cause));
        }

        if (before is { RequestsPerSecond: > 0 } && after.RequestsPerSecond > 0 && HasShifted(before, after))
        {
            Report(Event(SimulationEventKind.TrafficShifted, flow, $"{flow.Client.Name} now sends {flow.Target.Name} to {SharesOf(after)}; before to {SharesOf(before)}.", Routing(flow, cause)));
        }

        bool panics = after.Priorities.Any(p => p.IsInPanic);
        if (panics != (before?.Priorities.Any(p => p.IsInPanic) ?? false))
        {
            string text = panics ? "uses unhealthy hosts too, as too few are healthy" : "uses healthy hosts only again";
            Report(Event(panics ? SimulationEventKind.PanicBegan : SimulationEventKind.PanicEnded, flow, $"{flow.Client.Name} {text} ({flow.Target.Name}).", CauseOf(flow, "minHealthPercent", cause.Text)));
        }
    }

    private static PriorityState State(Flow flow, PriorityLoad load, int priority)
    {
        int hosts = 0;
        int healthy = 0;
        foreach (HostShare share in flow.Shares.Hosts)
        {
            hosts += share.Priority == priority ? 1 : 0;
            healthy += share.Priority == priority && share.Host.IsHealthy ? 1 : 0;
        }

        return new(priority, hosts, healthy, load.LoadPercent[priority], load.IsInPanic[priority]);
    }

    private static bool HasShifted(TrafficInterval before, TrafficInterval after) =>
        before.ByCluster.Keys.Union(after.ByCluster.Keys).Any(c => Math.Abs(before.ShareOf(c) - after.ShareOf(c)) > Noticeable);

    private static string SharesOf(TrafficInterval interval) => interval.ByCluster.Count == 0
        ? "no cluster"
        : string.Join(", ", interval.ByCluster.Keys.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c} {100 * interval.ShareOf(c):0.#} %")));

    // A shift happens because something changed; where it goes, the locality setting decides.
    private static SimulationCause Routing(Flow flow, SimulationCause cause)
    {
        if (cause.Field is not null)
        {
            return cause;
        }

        FieldReference? rule = flow.Plan.Policy.LoadBalancerSource?.Child(flow.Plan.Setting.Setting switch
        {
            { Kind: LocalitySettingKind.ZoneAware } => "zoneAwareLbSetting",
            { Distribute.Count: > 0 } => "localityLbSetting.distribute",
            { FailoverPriority.Count: > 0 } => "localityLbSetting.failoverPriority",
            { Failover.Count: > 0 } => "localityLbSetting.failover",
            _ => "localityLbSetting",
        });
        rule ??= flow.Plan.Policy.OutlierDetectionSource;
        return new(cause.Text, rule?.Object, rule?.Field);
    }

    private SimulationEvent Event(SimulationEventKind kind, Flow flow, string message, SimulationCause cause) => new()
    {
        At = World.Now,
        Kind = kind,
        Client = flow.Client.Name,
        Service = flow.Target.Name,
        Message = message,
        Cause = cause,
    };

    protected void RecordCapacity(PodSet service, SimulationCause cause)
    {
        foreach (string cluster in service.Pods.Select(p => p.Endpoint.Cluster).Distinct())
        {
            if (!_capacity.TryGetValue((service.Name, cluster), out CapacityRecorder? recorder))
            {
                _capacity.Add((service.Name, cluster), recorder = new());
            }

            (double load, double capacity) = (0, service.HasCapacity ? 0 : double.PositiveInfinity);
            foreach (Pod pod in service.Pods)
            {
                bool isHere = pod.Endpoint.Cluster == cluster;
                load += isHere ? pod.Load : 0;
                capacity += isHere && !pod.IsRefusing && !pod.IsBlackHole ? pod.Capacity : 0;
            }

            if (recorder.Add(World.Now, load, capacity) is { } isOver)
            {
                Report(new()
                {
                    At = World.Now,
                    Kind = isOver ? SimulationEventKind.CapacityExceeded : SimulationEventKind.CapacityRegained,
                    Service = service.Name,
                    Subject = cluster,
                    Message = string.Create(CultureInfo.InvariantCulture, $"{service.Name} in {cluster} gets {load:0.##} requests per second and can take {capacity:0.##}."),
                    Cause = cause,
                });
            }
        }
    }

    private EquatableList<CapacitySeries> CapacityReport() => _capacity
        .Select(c => new CapacitySeries
        {
            Service = c.Key.Service,
            Cluster = c.Key.Cluster,
            Load = [.. c.Value.Load],
            Capacity = c.Value.Capacity.Any(p => double.IsInfinity(p.PerSecond)) ? [] : [.. c.Value.Capacity],
        })
        .ToEquatableList();
}
