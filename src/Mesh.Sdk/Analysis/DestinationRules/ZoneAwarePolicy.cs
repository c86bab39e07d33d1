using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>A zone-aware setting and whether outlier detection stands beside it.</summary>
internal sealed record ZoneAwarePolicy(ZoneAwareLoadBalancerSetting Setting, bool HasOutlierDetection);
