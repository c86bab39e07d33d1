namespace Mesh.Sdk.Failover;

/// <summary>Says how many hosts are ejected, whether panic is possible, and what each priority takes.</summary>
internal static class LoadDecisions
{
    public static void Explain(
        ResolvedPolicy policy,
        EnvoyOutlierDetection? detection,
        Ejections ejections,
        int panicThreshold,
        bool usesWeights,
        TrafficShares shares,
        DecisionLog log)
    {
        ExplainEjections(policy, detection, ejections, shares.Hosts.Count, log);
        ExplainPanic(policy, panicThreshold, shares, log);
        if (usesWeights)
        {
            log.Add(RoutingRule.LocalityWeighting, null, $"Inside a priority, a locality is picked by its weight and health first, then a host in it.");
        }

        foreach ((int load, int priority) in shares.Priorities.LoadPercent.Select((load, i) => (load, i)))
        {
            log.Add(RoutingRule.PriorityLoad, null, $"Priority {priority} has health {shares.Priorities.HealthPercent[priority]} and takes {load} % of the requests.");
        }

        if (shares.FailedPercent > 0)
        {
            log.Add(RoutingRule.NoHealthyHost, null, $"{shares.FailedPercent:0.##} % of the requests find no host and fail with 503 (UH).");
        }
    }

    private static void ExplainEjections(ResolvedPolicy policy, EnvoyOutlierDetection? detection, Ejections ejections, int hosts, DecisionLog log)
    {
        if (detection is null)
        {
            if (ejections.Failing > 0)
            {
                log.Add(RoutingRule.Ejection, policy.Rule, $"no outlierDetection: {Words.Keep(Words.Count(ejections.Failing, "failing host"), ejections.Failing)} traffic.");
            }

            return;
        }

        FieldReference? source = policy.OutlierDetectionSource?.Child("maxEjectionPercent");
        int allowed = EjectionLimit.MaxEjectedHosts(hosts, detection.MaxEjectionPercent);
        string isDefault = detection.MaxEjectionPercent is null ? " (Envoy's default)" : "";
        log.Add(RoutingRule.Ejection, source, $"{detection.EffectiveMaxEjectionPercent} %{isDefault} of {Words.Count(hosts, "host")} allows {Words.Count(allowed, "ejection")} at the same time.");
        if (ejections.Failing > 0)
        {
            int kept = ejections.Failing - ejections.Ejected;
            string others = kept == 0 ? "" : $"; {Words.Keep(kept == 1 ? "the other" : "the others", kept)} traffic";
            log.Add(RoutingRule.Ejection, source, $"{ejections.Ejected} of {Words.Count(ejections.Failing, "failing host")} ejected{others}.");
        }
    }

    private static void ExplainPanic(ResolvedPolicy policy, int threshold, TrafficShares shares, DecisionLog log)
    {
        FieldReference? source = threshold > 0 ? policy.OutlierDetectionSource?.Child("minHealthPercent") : null;
        if (threshold == 0)
        {
            log.Add(RoutingRule.PanicThreshold, source, $"The panic threshold is 0: unhealthy hosts are never used.");
        }
        else if (shares.Priorities.IsInPanic.Contains(true))
        {
            log.Add(RoutingRule.PanicThreshold, source, $"Less than {threshold} % are healthy: priorities in panic use all their hosts.");
        }
    }
}
