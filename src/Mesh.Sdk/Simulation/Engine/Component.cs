namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Services that depend on each other through calls, callers before those they call.</summary>
internal sealed class Component(List<Component> dirty)
{
    public List<PodSet> Services { get; } = [];

    /// <summary>Gets whether something has changed that it depends on.</summary>
    public bool IsDirty { get; private set; }

    /// <summary>Gets why it is looked at again.</summary>
    public SimulationCause Cause { get; private set; } = new("the simulation begins");

    public void MarkDirty(SimulationCause cause)
    {
        MarkDirty();
        Cause = cause;
    }

    /// <summary>Marks it as changed by the load, which causes less than all else that happens at the same time.</summary>
    public void MarkLoadDirty(SimulationCause cause)
    {
        Cause = IsDirty ? Cause : cause;
        MarkDirty();
    }

    public void Clean() => IsDirty = false;

    private void MarkDirty()
    {
        if (!IsDirty)
        {
            IsDirty = true;
            dirty.Add(this);
        }
    }
}
