using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>What istiod accepts and what makes failover fail: looks at each rule, each block that is written, and each policy that results.</summary>
internal sealed class FailoverAnalyzer : IAnalyzer
{
    private static readonly Rule<OutlierDetection>[] DetectionRules =
    [
        new ConsecutiveErrorsIgnored(),
        new PanicUsesDeadHosts(),
        new DefaultDetectorIsFaster(),
        new EjectionTimeDoesNotGrow(),
        new NoDetector(),
        new UnreachableHostsNotCounted(),
    ];

    private static readonly Rule<LocalityBlock>[] LocalityRules =
    [
        new DistributeIsNoFailover(),
        new DistributeShiftsByHealth(),
        new ChainNotExpressible(),
        new RegionIsZone(),
        new RegionUnknown(),
        new LocalitySwitchedOff(),
        new PassthroughHasNoPriorities(),
    ];

    private static readonly Rule<PolicyView>[] PolicyRules =
    [
        new FailoverNeedsOutlierDetection(),
        new EjectionLimitInert(),
        new EjectionLimitUnknown(),
        new EjectionLimitTooSmall(),
        new PortDropsFailover(),
        new SubsetReplacesBlocks(),
        new MutualTlsOffAcrossNetworks(),
    ];

    private static readonly Rule<RuleView>[] WholeRules =
    [
        new SpecificHidesWildcard(),
        new SecondPolicyIgnored(),
        new LowerSettingHidden(),
        new RuleOutOfSight(),
        new RuleNotExported(),
    ];

    private static readonly Rule<RouteView>[] RouteRules = [new RetriesOff(), new TimeoutCutsRetries(), new RemoteRetryTooLate()];

    private static readonly Rule<SubsetRoute>[] SubsetRules = [new SubsetNotInRuleInUse()];

    public IEnumerable<IRule> Rules => [.. DetectionRules, .. LocalityRules, .. PolicyRules, .. WholeRules, .. RouteRules, .. SubsetRules];

    public void Analyze(AnalysisContext context)
    {
        FailoverModel model = FailoverModel.Of(context);
        foreach (RuleView rule in model.Rules)
        {
            Analyze(rule);
        }

        foreach ((VirtualService route, Place place) in context.Each<VirtualService>())
        {
            foreach (RouteView view in RouteView.Of(route, place, model))
            {
                view.Place.Finds(view, RouteRules);
            }

            foreach (SubsetRoute view in SubsetRoute.Of(route, place, model, context))
            {
                view.Place.Finds(view, SubsetRules);
            }
        }
    }

    private static void Analyze(RuleView rule)
    {
        rule.Place.Finds(rule, WholeRules);
        foreach (PolicyView policy in rule.Policies)
        {
            policy.Own.Finds(policy, PolicyRules);
            if (policy.OwnDetection is { } detection)
            {
                policy.DetectionPlace.Finds(detection, DetectionRules);
            }

            if (policy.OwnLoadBalancer is { } block && policy.Setting is { } setting)
            {
                policy.LoadBalancerPlace.Finds(new LocalityBlock(block, setting, policy), LocalityRules);
            }
        }
    }
}
