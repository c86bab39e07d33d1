using System.Globalization;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Usage;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Simulation;

namespace Mesh.Sdk.Kafka.Simulation;

/// <summary>Follows the data through a simulation of traffic: who answers requests writes records, and flows copy them.</summary>
public static class RecoveryPointSimulation
{
    /// <summary>Returns what would be lost at each time if the source of a flow were lost then.</summary>
    /// <param name="usage">Which services write which topics, and where the Kafka clusters are.</param>
    /// <param name="traffic">Simulation of the same mesh. Its lost clusters, regions and providers take their Kafka clusters along; a partition stops flows.</param>
    /// <param name="options">Assumptions; by default one record for each request, 1 s to its copy.</param>
    /// <exception cref="ArgumentException">The simulation is of another mesh.</exception>
    public static RecoveryPointTimeline SimulateRecoveryPoint(this KafkaUsage usage, SimulationReport traffic, RecoveryPointOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(usage);
        ArgumentNullException.ThrowIfNull(traffic);
        if (traffic.Mesh.Name != usage.Mesh.Name)
        {
            throw new ArgumentException($"The simulation is of the mesh '{traffic.Mesh.Name}', and topics are used by services of '{usage.Mesh.Name}'.", nameof(traffic));
        }

        options ??= new();
        return new([.. usage.Topology.Flows.Select(flow => Follow(flow, usage, traffic, options))], Assumptions(options));
    }

    private static FlowTimeline Follow(ReplicationFlow flow, KafkaUsage usage, SimulationReport traffic, RecoveryPointOptions options)
    {
        FlowWrites writes = new(flow, usage, traffic, options.RecordsPerRequest);
        FlowOutages outages = new(flow, usage, traffic.Scenario);
        FlowBacklog backlog = new(options);
        List<RecoveryPointAt> points = [];
        for (TimeSpan time = default; time <= traffic.Duration; time += traffic.Scenario.Resolution)
        {
            points.Add(backlog.Step(time, traffic.Scenario.Resolution, writes.PerSecond(time), outages.Runs(time)));
        }

        return new(flow.Direction, [.. points]);
    }

    private static EquatableList<string> Assumptions(RecoveryPointOptions options) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"A service writes {options.RecordsPerRequest:0.##} records to each of its topics for a request that it answers."),
        string.Create(CultureInfo.InvariantCulture, $"A record is copied {options.MirrorLatency.TotalSeconds:0.##} s after it was written, and a flow copies at most {options.MirrorRecordsPerSecond:0} records a second."),
        "A lost cluster, region or provider takes the Kafka cluster in it along, with the records that were not copied; they are copied when it is back.",
    ];
}
