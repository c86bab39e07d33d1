namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Services that depend on each other through calls, callers before those they call.</summary>
internal sealed class Component
{
    public List<PodSet> Services { get; } = [];

    public bool IsDirty { get; set; }

    /// <summary>Gets or sets why it is looked at again.</summary>
    public SimulationCause Cause { get; set; } = new("the simulation begins");
}
