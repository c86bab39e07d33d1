namespace Mesh.Sdk.Simulation;

/// <summary>A value that holds from a time on.</summary>
/// <param name="At">The time since the start.</param>
/// <param name="Value">The value.</param>
public readonly record struct SimulationChartPoint(TimeSpan At, double Value);
