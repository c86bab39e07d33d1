namespace Mesh.Sdk.Simulation;

/// <summary>What <c>Survives</c> tries and what it lets pass.</summary>
public sealed record SurvivalOptions
{
    /// <summary>Gets for how long, in all, requests to a service may fail; none by default.</summary>
    public TimeSpan Budget { get; init; }

    /// <summary>Gets whether every two losses at once are tried too.</summary>
    public bool TriesPairs { get; init; }

    /// <summary>Gets when the loss happens; 60 s by default.</summary>
    public TimeSpan At { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets how long is simulated; 5 min by default.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets the requests per second that each cluster's ingress gateway gets; 100 by default.</summary>
    public double RequestsPerSecond { get; init; } = 100;

    /// <summary>Gets more of the scenario, such as calls and capacities, or other clients; <see langword="null"/> means nothing.</summary>
    public Action<ScenarioBuilder>? Configure { get; init; }
}
