using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>How often and when a request is tried again.</summary>
public sealed record RetryPolicy
{
    /// <summary>Gets how often at most; 0 switches retries off.</summary>
    public required int Attempts { get; init; }

    /// <summary>Gets how long one try may take. At least 1 ms; <see langword="null"/> means as long as the request.</summary>
    public TimeSpan? PerTryTimeout { get; init; }

    /// <summary>Gets the conditions, such as <c>5xx</c>, <c>connect-failure</c> or <c>503</c>; empty leaves the platform default.</summary>
    public EquatableList<string> RetryOn { get; init; } = [];

    /// <summary>Gets whether tries may leave the localities that failed. <see langword="null"/> leaves the platform default, no.</summary>
    public bool? RetryRemoteLocalities { get; init; }
}
