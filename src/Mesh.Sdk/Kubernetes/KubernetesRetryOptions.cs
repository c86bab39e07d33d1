namespace Mesh.Sdk.Kubernetes;

/// <summary>
/// How requests are repeated: after 429, 5xx and lost connections, where repeating does no harm. What creates an object is
/// repeated only if the server has surely not done it: after 429, as a dry run, or if it was never sent.
/// </summary>
public sealed record KubernetesRetryOptions
{
    /// <summary>Gets how often a request is repeated at most.</summary>
    /// <value>8 by default; 0 never repeats.</value>
    public int MaxRetries { get; init; } = 8;

    /// <summary>Gets the shortest wait.</summary>
    /// <value>100 ms by default.</value>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Gets the longest wait that is drawn.</summary>
    /// <value>10 s by default.</value>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets the longest wait that the server may ask for; if it asks for more, the request fails at once.</summary>
    /// <value>60 s by default.</value>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets the seed of the drawn waits; <see langword="null"/> for another one each time, so that clients don't move in step.</summary>
    public int? Seed { get; init; }
}
