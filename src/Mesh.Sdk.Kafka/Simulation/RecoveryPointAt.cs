namespace Mesh.Sdk.Kafka.Simulation;

/// <summary>What would be lost, or late, if the source of a flow were lost at a time.</summary>
/// <param name="At">The time since the start.</param>
/// <param name="Records">Records that are not copied yet.</param>
/// <param name="Age">How old the oldest of them is.</param>
public readonly record struct RecoveryPointAt(TimeSpan At, double Records, TimeSpan Age);
