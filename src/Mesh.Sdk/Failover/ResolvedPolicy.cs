using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Failover;

/// <summary>The policy of a rule for a port and subset, and where each block comes from: specification 8.4.</summary>
internal sealed class ResolvedPolicy(DestinationRuleMatch? match, TrafficService service, MeshDefaults mesh)
{
    /// <summary>Gets the subset that the route names; null if it names none or the rule does not have it.</summary>
    public Subset? Subset { get; } = SubsetOf(match, service);

    public bool LacksSubset => service.Subset is not null && Subset is null;

    /// <summary>Gets the policy that the rule gives all ports and subsets.</summary>
    public TrafficPolicy? OfWholeRule => match?.Rule.Spec?.TrafficPolicy;

    /// <summary>Gets the policy of the rule alone, which alone switches failover on.</summary>
    public TrafficPolicy? OfRule { get; } = Resolve(match, service, null);

    /// <summary>Gets the policy that reaches Envoy, the mesh's default included.</summary>
    public TrafficPolicy? Effective { get; } = Resolve(match, service, mesh.DefaultTrafficPolicy);

    public FieldReference? Rule => match is null ? null : new($"DestinationRule {match.Name}");

    /// <summary>Returns where the outlier detection in force stands.</summary>
    public FieldReference? OutlierDetectionSource =>
        Effective?.OutlierDetection is null ? null
        : SourceOf("outlierDetection", policy => policy.OutlierDetection, entry => entry.OutlierDetection)
        ?? new(DecisionLog.MeshConfig, "defaultTrafficPolicy.outlierDetection");

    /// <summary>Returns where the TLS settings in force stand.</summary>
    public FieldReference? TlsSource => SourceOf("tls", policy => policy.Tls, entry => entry.Tls);

    /// <summary>Returns where the load balancer block in force stands.</summary>
    public FieldReference? LoadBalancerSource => SourceOf("loadBalancer", policy => policy.LoadBalancer, entry => entry.LoadBalancer);

    private static Subset? SubsetOf(DestinationRuleMatch? match, TrafficService service) =>
        match?.Rule.Spec?.Subsets.FirstOrDefault(subset => subset.Name == service.Subset);

    private static TrafficPolicy? Resolve(DestinationRuleMatch? match, TrafficService service, TrafficPolicy? meshDefault) =>
        TrafficPolicyResolution.Resolve(match?.Rule.Spec?.TrafficPolicy, SubsetOf(match, service)?.TrafficPolicy, service.Port, meshDefault);

    private FieldReference? SourceOf(string block, Func<TrafficPolicy, object?> ofPolicy, Func<PortTrafficPolicy, object?> ofEntry)
    {
        FieldReference subset = new($"DestinationRule {match?.Name}", $"spec.subsets[{Subset?.Name}].trafficPolicy");
        FieldReference rule = new($"DestinationRule {match?.PolicyFrom ?? match?.Name}", "spec.trafficPolicy");
        if (TrafficPolicyResolution.EntryFor(Subset?.TrafficPolicy, service.Port) is { } subsetEntry)
        {
            return ofEntry(subsetEntry) is null ? null : AtPort(subset).Child(block);
        }

        if (Subset?.TrafficPolicy is { } subsetPolicy && ofPolicy(subsetPolicy) is not null)
        {
            return subset.Child(block);
        }

        if (TrafficPolicyResolution.EntryFor(OfWholeRule, service.Port) is { } ruleEntry)
        {
            return ofEntry(ruleEntry) is null ? null : AtPort(rule).Child(block);
        }

        return OfWholeRule is { } rulePolicy && ofPolicy(rulePolicy) is not null ? rule.Child(block) : null;
    }

    private FieldReference AtPort(FieldReference policy) => policy.Child($"portLevelSettings[{service.Port}]");
}
