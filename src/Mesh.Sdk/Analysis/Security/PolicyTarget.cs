using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>What a policy is for, as the fields of its spec say.</summary>
internal sealed record PolicyTarget(WorkloadSelector? Selector, PolicyTargetReference? Reference, EquatableList<PolicyTargetReference> References);
