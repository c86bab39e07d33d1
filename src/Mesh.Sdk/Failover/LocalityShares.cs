using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>An entry of <c>distribute</c>.</summary>
/// <param name="From">Pattern of the localities of clients.</param>
/// <param name="To">Weight per pattern of the localities of endpoints.</param>
public sealed record LocalityShares(string From, EquatableMap<long> To);
