namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Where a route leads a part of the requests to.</summary>
/// <param name="Subset">The subset; <see langword="null"/> if it names none.</param>
/// <param name="Ratio">Which part of the requests, 0 to 1.</param>
/// <param name="Route">The route; <see langword="null"/> if none is in the way.</param>
/// <param name="IsMissing">Whether no route takes the requests.</param>
internal sealed record ChosenRoute(string? Subset, double Ratio, Istio.HttpRoute? Route = null, bool IsMissing = false);
