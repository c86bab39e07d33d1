using Mesh.Sdk.Simulation;

namespace Mesh.Sdk.Testing;

/// <summary>Begins an assertion. It is not called Should, as test libraries extend every object by that name.</summary>
public static class SimulationAssertionExtensions
{
    /// <summary>Says what must hold for a simulation.</summary>
    public static SimulationAssertions Must(this SimulationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new(report);
    }

    /// <summary>Says what must hold for losses that were tried.</summary>
    public static SurvivalAssertions Must(this SurvivalReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new(report);
    }
}
