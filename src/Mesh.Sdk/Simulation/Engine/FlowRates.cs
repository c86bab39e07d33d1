namespace Mesh.Sdk.Simulation.Engine;

/// <summary>What happens to the requests of a flow, in requests per second.</summary>
internal sealed record FlowRates
{
    public required TimeSpan Start { get; init; }

    public required double Requests { get; init; }

    public required double Successes { get; init; }

    /// <summary>Gets those that fail, by <see cref="FailureCause"/>.</summary>
    public required double[] Failures { get; init; }

    public required double Tries { get; init; }

    /// <summary>Gets those whose last try went to each host.</summary>
    public required double[] LastTry { get; init; }

    /// <summary>Gets those whose last try went to each host and failed.</summary>
    public required double[] LastFailed { get; init; }

    public required double LatencySeconds { get; init; }
}
