namespace Mesh.Sdk.Simulation.Page;

/// <summary>A service on the page, and how it fared from start to end.</summary>
/// <param name="Name">Its name, as <c>namespace/name</c>.</param>
internal sealed record PageService(string Name)
{
    /// <summary>Gets the clusters where it runs, in the order of the page.</summary>
    public IReadOnlyList<int> Clusters { get; init; } = [];

    public TimeSpan WithFailures { get; init; }

    public TimeSpan? Detected { get; init; }

    public TimeSpan? Recovered { get; init; }

    public string? Peak { get; init; }
}
