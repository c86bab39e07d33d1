using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>A further chart of the page over the same time, for what a simulation of traffic does not know, such as the recovery point of data.</summary>
public sealed record SimulationChart
{
    /// <summary>Gets the title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets what the values count, such as <c>records</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Gets the lines.</summary>
    public required EquatableList<SimulationChartLine> Lines { get; init; }
}
