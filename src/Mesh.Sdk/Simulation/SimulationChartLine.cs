using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Points">Values in order of time, none negative.</param>
public sealed record SimulationChartLine(string Name, EquatableList<SimulationChartPoint> Points);
