namespace Mesh.Sdk.Topology;

/// <summary>A share of the traffic for one locality.</summary>
/// <param name="Locality">Locality pattern: <c>*</c> may stand last, as in <c>eu-west-2/*</c>.</param>
/// <param name="WeightPercent">Share, 1 to 100.</param>
public sealed record LocalityWeight(string Locality, int WeightPercent);
