namespace Mesh.Sdk.Topology;

/// <summary>A share of the traffic for one version.</summary>
/// <param name="Version">Version, which is the name of a subset.</param>
/// <param name="WeightPercent">Share, 0 to 100.</param>
public sealed record VersionWeight(string Version, int WeightPercent);
