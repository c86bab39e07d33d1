using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Istio's validation of RequestAuthentication. Source: Istio, <c>pkg/config/validation</c>.</summary>
internal sealed class RequestAuthenticationAnalyzer : IAnalyzer
{
    private static readonly Rule<JwtRule>[] JwtRules =
    [
        new JwtIssuerIsGiven(), new JwtAudienceIsGiven(), new JwksUriIsHttp(), new JwksIsKeySet(), new KeysAreGivenOnce(),
        new TokenLocationHasName(), new KeyTimeoutIsDuration(), new SpaceDelimitedClaimIsGiven(),
    ];

    private static readonly Rule<ClaimToHeader>[] ClaimRules = [new ClaimHeaderIsComplete(), new ClaimHeaderHasName()];

    public IEnumerable<IRule> Rules => [.. JwtRules, .. ClaimRules, .. PolicyTargetChecks.Rules];

    public void Analyze(AnalysisContext context)
    {
        foreach ((RequestAuthentication authentication, Place place) in context.Each<RequestAuthentication>())
        {
            if (authentication.Spec is { } spec)
            {
                Check(spec, place.Field("spec"));
            }
        }
    }

    private static void Check(RequestAuthenticationSpec spec, Place place)
    {
        PolicyTargetChecks.Check(new PolicyTarget(spec.Selector, spec.TargetRef, spec.TargetRefs), place);
        for (int i = 0; i < spec.JwtRules.Count; i++)
        {
            if (spec.JwtRules[i] is { } rule)
            {
                Check(rule, place.Field("jwtRules").Item(i));
            }
        }
    }

    private static void Check(JwtRule rule, Place place)
    {
        place.Finds(rule, JwtRules);
        for (int i = 0; i < rule.OutputClaimToHeaders.Count; i++)
        {
            if (rule.OutputClaimToHeaders[i] is { } claim)
            {
                place.Field("outputClaimToHeaders").Item(i).Finds(claim, ClaimRules);
            }
        }
    }
}
