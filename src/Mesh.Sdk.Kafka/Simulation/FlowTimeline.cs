using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Simulation;

/// <summary>The recovery point of a flow over time.</summary>
/// <param name="Direction">Direction of the flow.</param>
/// <param name="Points">One for each step of the simulation, in order.</param>
public sealed record FlowTimeline(SourceAndTarget Direction, EquatableList<RecoveryPointAt> Points)
{
    /// <summary>Returns the recovery point at a time.</summary>
    public RecoveryPointAt At(TimeSpan time) => Points.LastOrDefault(p => p.At <= time);
}
