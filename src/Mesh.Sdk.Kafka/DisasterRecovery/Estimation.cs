using System.Globalization;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Steps;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>Adds up intervals. Defaults: Kafka 4.0 (MirrorMaker's connectors, brokers, consumers), Istio 1.x (pilot-discovery, outlier detection).</summary>
internal static class Estimation
{
    // Groups wait that long for more members: group.initial.rebalance.delay.ms of brokers.
    private static readonly TimeSpan RebalanceDelay = TimeSpan.FromSeconds(3);

    // PILOT_DEBOUNCE_MAX: changes reach proxies after that at the latest.
    private static readonly TimeSpan ConfigurationPush = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan EjectionSweep = TimeSpan.FromSeconds(10);

    public static RecoveryEstimate Of(ReplicationFlow flow, FailoverKind kind, FailoverTools tools, IEnumerable<MeshService> services)
    {
        TimeSpan poll = TimeSpan.FromMilliseconds(Number(flow, "consumer.poll.timeout.ms", 1_000));
        EstimateTerm checkpoints = Seconds(flow, "Age of the last checkpoint", "emit.checkpoints.interval.seconds", 60);
        EstimateTerm copying = new("Copying of the last records", poll, "consumer.poll.timeout.ms, where the mirror keeps up");
        bool isPlanned = kind != FailoverKind.Unplanned;
        return new()
        {
            Loss = isPlanned ? [] : [copying],
            Repetition = isPlanned ? [] : [checkpoints],
            RepeatedRecords = Number(flow, "offset.lag.max", 100),
            Duration =
            [
                .. isPlanned ? Draining(copying, checkpoints, tools) : [Ejection(services)],
                new("Members join their groups", RebalanceDelay, "group.initial.rebalance.delay.ms of the brokers"),
                new("Proxies learn where requests go", ConfigurationPush, "PILOT_DEBOUNCE_MAX of the control plane"),
            ],
        };
    }

    // What stands still is looked at twice: producers, groups, copies.
    private static IEnumerable<EstimateTerm> Draining(EstimateTerm copying, EstimateTerm checkpoints, FailoverTools tools) =>
    [
        new("Producers, groups and copies come to rest", 6 * tools.LookInterval, "2 looks x 3 x FailoverTools.LookInterval"),
        copying,
        checkpoints with { Name = "The next checkpoint" },
    ];

    private static EstimateTerm Ejection(IEnumerable<MeshService> services) => new(
        "Hosts of the lost region are ejected meanwhile",
        services.Select(s => s.OutlierDetection?.Interval ?? EjectionSweep).DefaultIfEmpty(EjectionSweep).Max(),
        "outlierDetection.interval, the longest of the services");

    private static EstimateTerm Seconds(ReplicationFlow flow, string name, string setting, long byDefault) =>
        new(name, TimeSpan.FromSeconds(Number(flow, setting, byDefault)), setting);

    private static long Number(ReplicationFlow flow, string name, long byDefault) =>
        long.TryParse(flow.TextOf(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out long value) ? value : byDefault;
}
