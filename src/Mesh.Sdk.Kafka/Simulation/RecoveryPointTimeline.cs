using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Simulation;

namespace Mesh.Sdk.Kafka.Simulation;

/// <summary>The recovery points of all flows over the time of a simulation. Immutable; the same report gives the same timeline.</summary>
/// <param name="Flows">Flows in the order of the topology.</param>
/// <param name="Assumptions">What it takes for granted, as sentences.</param>
public sealed record RecoveryPointTimeline(EquatableList<FlowTimeline> Flows, EquatableList<string> Assumptions)
{
    /// <summary>Returns the recovery point of a flow at a time.</summary>
    /// <exception cref="ArgumentException">The topology has no such flow.</exception>
    public RecoveryPointAt At(string from, string to, TimeSpan time) => Of(new(from, to)).At(time);

    /// <summary>Returns the worst recovery point of a flow, by records.</summary>
    /// <exception cref="ArgumentException">The topology has no such flow.</exception>
    public RecoveryPointAt Worst(string from, string to) => Of(new(from, to)).Points.MaxBy(p => p.Records);

    /// <summary>Returns charts for the page of the simulation: records that are not copied yet, and the age of the oldest.</summary>
    public EquatableList<SimulationChart> ToCharts() =>
    [
        Chart("Recovery point: records not copied yet", "records", p => Math.Round(p.Records, 1)),
        Chart("Recovery point: age of the oldest of them, in seconds", "s", p => Math.Round(p.Age.TotalSeconds, 1)),
    ];

    private FlowTimeline Of(SourceAndTarget direction) => Flows.FirstOrDefault(f => f.Direction == direction)
        ?? throw new ArgumentException($"The topology has no flow {direction}.", nameof(direction));

    private SimulationChart Chart(string title, string unit, Func<RecoveryPointAt, double> value) => new()
    {
        Title = title,
        Unit = unit,
        Lines = [.. Flows.Select(f => new SimulationChartLine(f.Direction.ToString(), [.. f.Points.Select(p => new SimulationChartPoint(p.At, value(p)))]))],
    };
}
