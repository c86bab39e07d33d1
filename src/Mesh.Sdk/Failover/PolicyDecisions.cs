using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Failover;

/// <summary>Says what the traffic policy decides: subset, outlier detection and its limit.</summary>
internal static class PolicyDecisions
{
    public static void Explain(ResolvedPolicy policy, TrafficQuestion question, DecisionLog log)
    {
        if (policy.LacksSubset)
        {
            log.Add(RoutingRule.TrafficPolicyResolution, policy.Rule, $"The route names the subset {question.Service.Subset}, which the rule of this client does not have: requests fail with 503 (NC).");
            return;
        }

        ExplainLostBlocks(policy, log);
        OutlierDetection? block = policy.Effective?.OutlierDetection;
        if (block is null)
        {
            return;
        }

        FieldReference? source = policy.OutlierDetectionSource;
        EnvoyOutlierDetection envoy = OutlierTranslation.ToEnvoy(block)!;
        if (block.ConsecutiveErrors is not (null or 0))
        {
            log.Add(RoutingRule.OutlierDetection, source?.Child("consecutiveErrors"), $"consecutiveErrors {block.ConsecutiveErrors} is ignored since Istio 1.7.");
        }

        log.Add(RoutingRule.OutlierDetection, source, $"A host is ejected after {Thresholds(envoy)}, for {envoy.EffectiveBaseEjectionTime.TotalSeconds} s the first time.");
    }

    // Blocks are replaced whole, so a port entry or subset may take more away than its author meant.
    private static void ExplainLostBlocks(ResolvedPolicy policy, DecisionLog log)
    {
        (TrafficPolicy? rule, TrafficPolicy? resolved) = (policy.OfWholeRule, policy.OfRule);
        FieldReference? source = policy.LoadBalancerSource ?? policy.Rule;
        if (rule?.OutlierDetection is not null && resolved?.OutlierDetection is null)
        {
            log.Add(RoutingRule.TrafficPolicyResolution, policy.Rule, $"The settings of this port replace the policy whole: its outlierDetection does not hold here.");
        }

        if (HasLocality(rule?.LoadBalancer) && !HasLocality(resolved?.LoadBalancer))
        {
            log.Add(RoutingRule.TrafficPolicyResolution, source, $"The settings of this port or subset replace the rule's loadBalancer whole: its locality setting does not hold here.");
        }
    }

    private static bool HasLocality(LoadBalancerSettings? block) => block?.LocalityLbSetting is not null || block?.ZoneAwareLbSetting is not null;

    private static string Thresholds(EnvoyOutlierDetection envoy) => (envoy.EffectiveConsecutive5xx, envoy.EffectiveConsecutiveGatewayFailure) switch
    {
        (null, null) => "no number of errors",
        ({ } any5xx, null) => $"{any5xx} consecutive 5xx",
        (null, { } gateway) => $"{gateway} consecutive 502, 503 or 504",
        ({ } any5xx, { } gateway) => $"{any5xx} consecutive 5xx or {gateway} consecutive 502, 503 or 504",
    };
}
