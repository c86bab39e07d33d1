namespace Mesh.Sdk.Simulation;

/// <summary>A value that holds from a time on.</summary>
/// <param name="Start">From when.</param>
/// <param name="PerSecond">Requests per second.</param>
public readonly record struct LoadPoint(TimeSpan Start, double PerSecond);
