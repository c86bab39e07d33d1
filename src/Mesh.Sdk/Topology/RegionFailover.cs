namespace Mesh.Sdk.Topology;

/// <summary>Where clients of a region go first when their own region has no healthy host left.</summary>
/// <param name="From">Region of the clients.</param>
/// <param name="To">Region that comes before all other foreign ones.</param>
public sealed record RegionFailover(string From, string To);
