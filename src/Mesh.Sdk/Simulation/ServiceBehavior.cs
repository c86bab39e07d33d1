namespace Mesh.Sdk.Simulation;

/// <summary>How the endpoints of a service behave when nothing is wrong.</summary>
public sealed record ServiceBehavior
{
    /// <summary>Gets the service, <c>name</c> or <c>namespace/name</c>.</summary>
    public required string Service { get; init; }

    /// <summary>Gets the cluster it holds for; <see langword="null"/> means all that have no entry of their own.</summary>
    public string? Cluster { get; init; }

    /// <summary>Gets the requests per second that one endpoint can take; what is more it answers with 503. <see langword="null"/> means no limit.</summary>
    public double? CapacityPerEndpoint { get; init; }

    /// <summary>Gets how long an answer takes; 10 ms by default.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>Gets which part of the requests is answered with an error, 0 to 1; none by default.</summary>
    public double ErrorRatio { get; init; }

    /// <summary>Gets the status of those errors; 500 by default.</summary>
    public int ErrorStatus { get; init; } = 500;
}
