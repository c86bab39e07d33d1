namespace Mesh.Sdk.Simulation;

/// <summary>How requests are simulated.</summary>
public enum SimulationMode
{
    /// <summary>As rates and expected values: fast, and without chance.</summary>
    Fluid,

    /// <summary>One by one, with chance from a seed.</summary>
    PerRequest,
}
