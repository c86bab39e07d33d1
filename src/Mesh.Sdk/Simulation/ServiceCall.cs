namespace Mesh.Sdk.Simulation;

/// <summary>A service calls another one to answer a request.</summary>
public sealed record ServiceCall
{
    /// <summary>Gets the service that calls, through the sidecars of its endpoints.</summary>
    public required string From { get; init; }

    /// <summary>Gets the service that is called.</summary>
    public required string To { get; init; }

    /// <summary>Gets the calls for each request; 1 by default.</summary>
    public double PerRequest { get; init; } = 1;

    /// <summary>Gets whether the caller answers 500 when a call fails. If not, it answers 200 nevertheless.</summary>
    public bool PropagatesFailures { get; init; }
}
