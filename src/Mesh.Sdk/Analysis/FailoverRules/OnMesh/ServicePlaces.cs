namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Where findings about a service go, and what to do in objects.</summary>
internal abstract class ServicePlaces
{
    /// <summary>Gets what to change in objects; <see langword="null"/> if the service stands in a definition.</summary>
    public virtual ObjectAdvice? Advice => null;

    /// <summary>Gets the place of what ejects hosts.</summary>
    public abstract Place Detection { get; }

    /// <summary>Gets the place of what says in which clusters the name resolves.</summary>
    public abstract Place Resolution { get; }

    /// <summary>Gets the place of what runs.</summary>
    public abstract Place Workloads { get; }

    public abstract Place Failover(string from, string to);

    public abstract Place Order(string region);

    public abstract Place WorkloadsIn(string region);

    public abstract Place Workload(PlacedWorkload workload);
}
