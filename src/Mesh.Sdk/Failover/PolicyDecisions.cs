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
        }

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

    private static string Thresholds(EnvoyOutlierDetection envoy) => (envoy.EffectiveConsecutive5xx, envoy.EffectiveConsecutiveGatewayFailure) switch
    {
        (null, null) => "no number of errors",
        ({ } any5xx, null) => $"{any5xx} consecutive 5xx",
        (null, { } gateway) => $"{gateway} consecutive 502, 503 or 504",
        ({ } any5xx, { } gateway) => $"{any5xx} consecutive 5xx or {gateway} consecutive 502, 503 or 504",
    };
}
