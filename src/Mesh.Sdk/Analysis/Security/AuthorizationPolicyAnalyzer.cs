using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Istio's validation of AuthorizationPolicy. Source: Istio, <c>pkg/config/validation</c>.</summary>
internal sealed class AuthorizationPolicyAnalyzer : IAnalyzer
{
    private static readonly Rule<AuthorizationPolicy>[] PolicyRules = [new DryRunIsSupported()];

    private static readonly Rule<AuthorizationPolicySpec>[] SpecRules =
    [
        new CustomActionHasRules(), new CustomActionHasProvider(), new CustomActionSupportsAttribute(), new ProviderNeedsCustomAction(),
        new DenyActionHasRules(), new DenyRuleFitsTcp(),
    ];

    public IEnumerable<IRule> Rules => [.. PolicyRules, .. SpecRules, .. PolicyTargetChecks.Rules, .. AuthorizationRuleChecks.Rules];

    public void Analyze(AnalysisContext context)
    {
        foreach ((AuthorizationPolicy policy, Place place) in context.Each<AuthorizationPolicy>())
        {
            place.Finds(policy, PolicyRules);
            if (policy.Spec is { } spec)
            {
                Check(spec, place.Field("spec"));
            }
        }
    }

    private static void Check(AuthorizationPolicySpec spec, Place place)
    {
        place.Finds(spec, SpecRules);
        PolicyTargetChecks.Check(new PolicyTarget(spec.Selector, spec.TargetRef, spec.TargetRefs), place);
        for (int i = 0; i < spec.Rules.Count; i++)
        {
            if (spec.Rules[i] is { } rule)
            {
                AuthorizationRuleChecks.Check(rule, place.Field("rules").Item(i));
            }
        }
    }
}
