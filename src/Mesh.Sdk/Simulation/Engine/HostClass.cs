namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Hosts of a flow that get the same share and behave alike.</summary>
internal sealed class HostClass(FlowHost model, int index)
{
    /// <summary>Gets the index of one of them.</summary>
    public int Index { get; } = index;

    public double Share { get; } = model.Share;

    public TryOutcome Outcome { get; } = model.Outcome;

    public int Priority { get; } = model.Priority;

    public int Count { get; set; }

    /// <summary>Gets or sets how many of them the request at hand has tried.</summary>
    public int Tried { get; set; }

    public double Tries { get; set; }

    /// <summary>Gets or sets the part of the requests that succeeds there.</summary>
    public double Ok { get; set; }

    /// <summary>Gets or sets the part of the requests that fails for good there.</summary>
    public double Failed { get; set; }

    /// <summary>Returns whether a host belongs to it. What gets no share now may get one of its own when retries leave its priority.</summary>
    public bool Has(FlowHost host, bool isByGroup) => model.Share.Equals(host.Share) && model.Outcome.Equals(host.Outcome) && (!isByGroup || model.Group == host.Group);
}
