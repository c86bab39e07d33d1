namespace Mesh.Sdk.Failover;

/// <summary>An entry of <c>failover</c>.</summary>
/// <param name="From">Region of the client.</param>
/// <param name="To">Region that comes before all other foreign ones.</param>
public sealed record RegionPair(string From, string To);
