using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>A setting for localities and whether outlier detection stands beside it.</summary>
internal sealed record LocalityPolicy(LocalityLoadBalancerSetting Setting, bool HasOutlierDetection);
