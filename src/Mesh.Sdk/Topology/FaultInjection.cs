namespace Mesh.Sdk.Topology;

/// <summary>A fault that sidecars inject on purpose: a delay, an abort, or both.</summary>
public sealed record FaultInjection
{
    /// <summary>Gets how long a request is held. At least 1 ms; <see langword="null"/> means no delay.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>Gets how many requests are held, 0 to 100.</summary>
    public int DelayPercent { get; init; }

    /// <summary>Gets the status that is answered instead, 200 to 599. <see langword="null"/> means no abort.</summary>
    public int? AbortStatus { get; init; }

    /// <summary>Gets how many requests are aborted, 0 to 100.</summary>
    public int AbortPercent { get; init; }
}
