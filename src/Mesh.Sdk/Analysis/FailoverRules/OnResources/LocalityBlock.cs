using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A written <c>loadBalancer</c> block with a locality setting, and the policy in which it stands.</summary>
internal sealed record LocalityBlock(LoadBalancerSettings Block, LocalitySetting Setting, PolicyView Policy)
{
    public FailoverModel Model => Policy.Rule.Model;
}
