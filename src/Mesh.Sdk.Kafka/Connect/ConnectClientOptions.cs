namespace Mesh.Sdk.Kafka.Connect;

/// <summary>How a client asks the workers of a Connect cluster.</summary>
public sealed record ConnectClientOptions
{
    /// <summary>The options that apply unless others are given.</summary>
    public static readonly ConnectClientOptions Default = new();

    /// <summary>Gets who the client is, where workers ask for basic authentication.</summary>
    /// <value><see langword="null"/> by default: what the <see cref="HttpClient"/> sends by itself. Client certificates belong to its handler.</value>
    public ConnectLogin? Login { get; init; }

    /// <summary>Gets how long a worker may take to answer.</summary>
    /// <value>Greater than 0; 100 s by default, as workers give up after 90 s.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Gets how often a request is repeated while workers rebalance, or while none can be reached. Another worker is asked at once and not counted.</summary>
    /// <value>At least 0; 8 by default.</value>
    public int MaxRetries { get; init; } = 8;

    /// <summary>Gets the shortest wait between repetitions.</summary>
    /// <value>250 ms by default.</value>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Gets the longest wait between repetitions; waits are drawn between the shortest and three times the one before.</summary>
    /// <value>10 s by default.</value>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets the seed of the drawn waits; <see langword="null"/> for another one each time, so that clients don't move in step.</summary>
    public int? Seed { get; init; }

    /// <summary>Gets the time that timeouts and waits go by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
