using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>How clients of a locality spread their traffic. Localities that are not named get nothing, even when all others are down.</summary>
/// <param name="From">Locality pattern of the clients, such as <c>eu-west-2/*</c> or <c>*</c>.</param>
/// <param name="To">Shares, which sum to 100.</param>
public sealed record LocalityDistribution(string From, EquatableList<LocalityWeight> To);
