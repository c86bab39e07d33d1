namespace Mesh.Sdk.Simulation.Engine;

/// <summary>What becomes of a request, retries included, as expected values.</summary>
internal sealed record RequestOutcome
{
    public static readonly RequestOutcome Nothing = new();

    /// <summary>Gets the part that succeeds.</summary>
    public double Ok { get; init; }

    /// <summary>Gets the part that fails, by <see cref="FailureCause"/>.</summary>
    public double[] Failures { get; init; } = new double[6];

    /// <summary>Gets the tries for each request.</summary>
    public double Tries { get; init; }

    /// <summary>Gets the part whose last try went to each host.</summary>
    public double[] LastTry { get; init; } = [];

    /// <summary>Gets the part whose last try went to each host and failed.</summary>
    public double[] LastFailed { get; init; } = [];

    public double LatencySeconds { get; init; }

    public double FailureRatio => Failures.Sum();
}
