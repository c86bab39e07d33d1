using System.Globalization;
using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Tells what changed for a flow, and which field decided it.</summary>
internal sealed class FlowEvents(World world, Action<SimulationEvent> report)
{
    private const double Noticeable = 0.005;
    private const double Tolerance = 1e-9;

    /// <summary>Returns the reason for what a field of the outlier detection in force decided.</summary>
    public static SimulationCause CauseOf(Flow flow, string field, string text)
    {
        FieldReference? source = flow.Plan.Policy.OutlierDetectionSource?.Child(field);
        return new(text, source?.Object, source?.Field);
    }

    public void Change(Flow flow, TrafficInterval? before, TrafficInterval after, SimulationCause cause)
    {
        bool failedBefore = before is { RequestsPerSecond: > 0 } && before.FailuresPerSecond > Tolerance;
        bool failsNow = after.FailuresPerSecond > Tolerance;
        if (failsNow != failedBefore)
        {
            Report(flow, failsNow ? SimulationEventKind.FailuresBegan : SimulationEventKind.FailuresEnded, failsNow ? FailuresOf(flow, after) : $"Requests from {flow.Client.Name} to {flow.Target.Name} no longer fail.", cause);
        }

        if (before is { RequestsPerSecond: > 0 } && after.RequestsPerSecond > 0 && (HasShifted(before, after) || HasShifted(after, before)))
        {
            Report(flow, SimulationEventKind.TrafficShifted, $"{flow.Client.Name} now sends {flow.Target.Name} to {SharesOf(after)}; before to {SharesOf(before)}.", Routing(flow, cause));
        }

        bool panics = Panics(after);
        if (panics != (before is not null && Panics(before)))
        {
            string text = panics ? "uses unhealthy hosts too, as too few are healthy" : "uses healthy hosts only again";
            Report(flow, panics ? SimulationEventKind.PanicBegan : SimulationEventKind.PanicEnded, $"{flow.Client.Name} {text} ({flow.Target.Name}).", CauseOf(flow, "minHealthPercent", cause.Text));
        }
    }

    public SimulationCause Return(Flow flow, FlowHost host)
    {
        SimulationCause cause = CauseOf(flow, "baseEjectionTime", "the ejection time was up at a sweep");
        Report(flow, SimulationEventKind.Returned, $"{flow.Client.Name} uses {host.Host.Address} of {flow.Target.Name} again.", cause, host.Host.Address);
        return cause;
    }

    public SimulationCause Eject(Flow flow, FlowHost host, EjectionCause detector)
    {
        SimulationCause cause = CauseOf(flow, FieldOf(detector), $"{ThresholdOf(flow, detector)} failures in a row");
        Report(flow, SimulationEventKind.Ejected, $"{flow.Client.Name} ejects {host.Host.Address} of {flow.Target.Name}.", cause, host.Host.Address);
        return cause;
    }

    public void RefuseEjection(Flow flow, FlowHost host)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{flow.Settings!.MaxEjectionPercent} % of {flow.Detector!.Hosts} hosts allows no more than {flow.Detector.EjectedHosts} at the same time");
        Report(flow, SimulationEventKind.EjectionRefused, $"{flow.Client.Name} may not eject {host.Host.Address} of {flow.Target.Name}, which goes on failing.", CauseOf(flow, "maxEjectionPercent", text), host.Host.Address);
    }

    private void Report(Flow flow, SimulationEventKind kind, string message, SimulationCause cause, string? subject = null) => report(new()
    {
        At = world.Now,
        Kind = kind,
        Client = flow.Client.Name,
        Service = flow.Target.Name,
        Subject = subject,
        Message = message,
        Cause = cause,
    });

    private static string FailuresOf(Flow flow, TrafficInterval interval) => string.Create(
        CultureInfo.InvariantCulture,
        $"{interval.FailuresPerSecond:0.##} of {interval.RequestsPerSecond:0.##} requests per second from {flow.Client.Name} to {flow.Target.Name} fail ({string.Join(", ", interval.Failures.Select(f => f.Cause))}).");

    private static bool HasShifted(TrafficInterval one, TrafficInterval other)
    {
        foreach ((string cluster, _) in one.ByCluster)
        {
            if (Math.Abs(one.ShareOf(cluster) - other.ShareOf(cluster)) > Noticeable)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Panics(TrafficInterval interval)
    {
        foreach (PriorityState priority in interval.Priorities)
        {
            if (priority.IsInPanic)
            {
                return true;
            }
        }

        return false;
    }

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

    private static string FieldOf(EjectionCause detector) => detector switch
    {
        EjectionCause.Consecutive5xx => "consecutive5xxErrors",
        EjectionCause.ConsecutiveGatewayFailure => "consecutiveGatewayErrors",
        _ => "consecutiveLocalOriginFailures",
    };

    private static long ThresholdOf(Flow flow, EjectionCause detector) => detector switch
    {
        EjectionCause.Consecutive5xx => flow.Settings!.Consecutive5xx.Threshold,
        EjectionCause.ConsecutiveGatewayFailure => flow.Settings!.ConsecutiveGatewayFailure.Threshold,
        _ => flow.Settings!.ConsecutiveLocalOriginFailure.Threshold,
    };
}
