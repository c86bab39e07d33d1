using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Answers where the requests of a client go, and why, with the semantics of Istio and Envoy.</summary>
/// <remarks>
/// The steady state for given endpoints; how they get there second by second is a matter of simulation. Section numbers in
/// this folder are those of <c>reference/istio-locality.md</c>, the specification that the conformance vectors go with.
/// </remarks>
public static class TrafficRouting
{
    /// <summary>Computes the steady state for the given endpoints. The same question always has the same answer.</summary>
    /// <param name="question">Client, service, endpoints, rules and mesh config.</param>
    public static TrafficAnswer Explain(TrafficQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Explain(question, new DestinationRuleIndex(question.DestinationRules, question.Mesh));
    }

    /// <summary>As the other overload, with rules that are indexed already: for many questions about one mesh.</summary>
    /// <param name="question">Client, service, endpoints and mesh config.</param>
    /// <param name="rules">The rules; those of the question are not looked at.</param>
    public static TrafficAnswer Explain(TrafficQuestion question, DestinationRuleIndex rules)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(rules);
        return question.Route is { } route
            ? RouteAnswers.Combine(question, route, destination => ExplainDestination(destination, rules))
            : ExplainDestination(question, rules);
    }

    private static TrafficAnswer ExplainDestination(TrafficQuestion question, DestinationRuleIndex rules)
    {
        DecisionLog log = new();
        return Answer(question, Plan(question, rules, log), log);
    }

    /// <summary>Says what comes of a plan, after the decisions that were made for it.</summary>
    internal static TrafficAnswer Answer(TrafficQuestion question, TrafficPlan plan, DecisionLog log)
    {
        DestinationRuleMatch? match = plan.Match;
        if (plan.Policy.LacksSubset)
        {
            return MissingSubset(question, match, plan.Policy, log);
        }

        (ResolvedPolicy policy, EffectiveLocalitySetting effective) = (plan.Policy, plan.Setting);
        EnvoyOutlierDetection? detection = plan.OutlierDetection;
        Ejections ejections = Ejections.Apply(plan.Groups, detection);
        int panicThreshold = plan.PanicThresholdPercent;
        TrafficShares shares = plan.SharesOf(ejections.Groups);
        LoadDecisions.Explain(policy, detection, ejections, panicThreshold, plan.UsesLocalityWeights, shares, log);
        return new()
        {
            PercentByCluster = AnswerShares.ByCluster(question.Endpoints, shares),
            PercentByLocality = AnswerShares.ByLocality(ejections.Groups, shares),
            Hosts = shares.Hosts,
            Priorities = AnswerShares.ByPriority(ejections.Groups, shares),
            FailedPercent = shares.FailedPercent,
            ErrorPercent = shares.ErrorPercent,
            DestinationRule = plan.Match,
            Setting = effective,
            IsFailoverOn = PriorityAssignment.IsFailoverOn(effective.Setting, plan.IsFailoverSwitchedOn),
            OutlierDetection = detection,
            MaxEjectedHosts = detection is null ? 0 : EjectionLimit.MaxEjectedHosts(shares.Hosts.Count, detection.MaxEjectionPercent),
            PanicThresholdPercent = panicThreshold,
            Decisions = log.ToList(),
        };
    }

    /// <summary>Returns the percentage of requests that fail for good when the endpoints of a question are others than those of its plan.</summary>
    internal static double LostPercent(TrafficQuestion question, TrafficPlan plan)
    {
        if (plan.Policy.LacksSubset)
        {
            return 100;
        }

        EquatableList<EndpointGroup> groups = Prioritize(new(question, plan.Policy, plan.Gateways), question.Client, plan.Setting, plan.IsFailoverSwitchedOn);
        TrafficShares shares = plan.SharesOf(Ejections.Apply(groups, plan.OutlierDetection).Groups);
        return shares.FailedPercent + shares.ErrorPercent;
    }

    // Without its cluster, Envoy has nothing to balance over: all that would follow has no object.
    private static TrafficAnswer MissingSubset(TrafficQuestion question, DestinationRuleMatch? match, ResolvedPolicy policy, DecisionLog log) => new()
    {
        PercentByCluster = question.Endpoints.Select(endpoint => endpoint.Cluster).Distinct().Select(cluster => KeyValuePair.Create(cluster, 0.0)).ToEquatableMap(),
        PercentByLocality = [],
        Hosts = [],
        Priorities = [],
        FailedPercent = 100,
        ErrorPercent = 0,
        DestinationRule = match,
        Setting = EffectiveLocalitySetting.Of(policy.OfRule?.LoadBalancer, question.Service.TrafficDistribution, question.Mesh),
        IsFailoverOn = false,
        MaxEjectedHosts = 0,
        PanicThresholdPercent = 0,
        Decisions = log.ToList(),
    };

    /// <summary>Decides all that does not depend on which hosts fail: the rule, the setting, and the groups with their priorities.</summary>
    internal static TrafficPlan Plan(TrafficQuestion question, DestinationRuleIndex rules, DecisionLog log)
    {
        DestinationRuleMatch? match = RuleDecisions.Find(question, rules, log);
        ResolvedPolicy policy = new(match, question.Service, question.Mesh);
        PolicyDecisions.Explain(policy, question, log);
        if (policy.LacksSubset)
        {
            return PlanWithoutHosts(question, match, policy);
        }

        EffectiveLocalitySetting effective = SettingInForce(question, policy, log, out bool isFailoverOn);
        NetworkGateways gateways = new(question.Gateways);
        ReachedEndpoints reached = new(question, policy, gateways);
        reached.Explain(log);
        EquatableList<EndpointGroup> groups = Prioritize(reached, question.Client, effective, isFailoverOn);
        PriorityDecisions.Explain(effective, policy, isFailoverOn, question.Client, groups, log);
        return new()
        {
            Match = match,
            Policy = policy,
            Setting = effective,
            IsFailoverSwitchedOn = isFailoverOn,
            Gateways = gateways,
            Groups = groups,
            OutlierDetection = OutlierTranslation.ToEnvoy(policy.Effective?.OutlierDetection),
            PanicThresholdPercent = question.Service.TrafficDistribution is not null ? 0
                : OutlierTranslation.PanicThresholdPercent(policy.Effective?.OutlierDetection) ?? 0,
            UsesLocalityWeights = PriorityAssignment.UsesLocalityWeights(effective.Setting, isFailoverOn),
            ZoneShares = ZoneShares(question, effective),
        };
    }

    private static TrafficPlan PlanWithoutHosts(TrafficQuestion question, DestinationRuleMatch? match, ResolvedPolicy policy) => new()
    {
        Match = match,
        Policy = policy,
        Setting = EffectiveLocalitySetting.Of(policy.OfRule?.LoadBalancer, question.Service.TrafficDistribution, question.Mesh),
        IsFailoverSwitchedOn = false,
        Gateways = new(question.Gateways),
        Groups = [],
        OutlierDetection = null,
        PanicThresholdPercent = 0,
        UsesLocalityWeights = false,
        ZoneShares = null,
    };

    private static EffectiveLocalitySetting SettingInForce(TrafficQuestion question, ResolvedPolicy policy, DecisionLog log, out bool isFailoverOn)
    {
        LoadBalancerSettings? loadBalancer = policy.OfRule?.LoadBalancer;
        EffectiveLocalitySetting effective = EffectiveLocalitySetting.Of(loadBalancer, question.Service.TrafficDistribution, question.Mesh);
        if (loadBalancer?.Simple == SimpleLoadBalancer.Passthrough)
        {
            log.Add(RoutingRule.EffectiveSetting, policy.LoadBalancerSource?.Child("simple"), $"PASSTHROUGH sends each request where its caller addressed it; priorities play no part.");
            effective = effective.WithoutSetting();
        }
        else if (question.Client.IsWaypoint && effective.IsZoneRoutingEnabled)
        {
            log.Add(RoutingRule.EffectiveSetting, null, $"The client is a waypoint, and waypoints ignore zoneAwareLbSetting.");
            effective = effective.WithoutSetting();
        }

        isFailoverOn = effective.ForcesFailover || policy.OfRule?.OutlierDetection is not null;
        return effective;
    }

    private static EquatableList<EndpointGroup> Prioritize(ReachedEndpoints reached, TrafficClient client, EffectiveLocalitySetting effective, bool isFailoverOn) =>
        UniqueAddresses.Keep(PriorityAssignment.Assign(reached.Groups, effective.Setting, isFailoverOn, client.Locality, client.EnrichedLabels));

    private static Func<IReadOnlyList<EndpointGroup>, EquatableMap<double>>? ZoneShares(TrafficQuestion question, EffectiveLocalitySetting effective)
    {
        if (!effective.IsZoneRoutingEnabled || !question.CallersByLocality.IsSet)
        {
            return null;
        }

        int minClusterSize = (int)Math.Clamp(effective.Setting!.MinClusterSize ?? ZoneAwareSplit.DefaultMinClusterSize, 0, int.MaxValue);
        return groups => ZoneAwareSplit.SharesPercent(
            question.Client.Locality.ToString(),
            question.CallersByLocality,
            groups
                .GroupBy(TrafficShift.ZoneOf)
                .Select(zone => KeyValuePair.Create(zone.Key, zone.Sum(group => group.Hosts.Count(host => host.IsHealthy))))
                .ToEquatableMap(),
            minClusterSize);
    }
}
