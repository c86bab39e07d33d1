using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Puts what is done with HTTP requests before rules: redirects, answers, retries, rewrites and CORS.</summary>
internal static class ActionChecks
{
    private static readonly Rule<HttpRoute>[] RedirectOfRouteRules = [new RedirectedPrefixIsMatched()];

    private static readonly Rule<HttpRedirect>[] RedirectRules =
        [new RedirectChangesPathOnce(), new RedirectChangesSomething(), new RedirectCodeIsRedirect(), new RedirectSchemeIsHttp(), new RedirectPortInRange()];

    private static readonly Rule<HttpDirectResponse>[] DirectResponseRules =
        [new DirectResponseBodyHasLimit(), new DirectResponseBodyIsSmall(), new DirectResponseStatusInRange()];

    private static readonly Rule<HttpRetry>[] RetryRules =
        [new RetryAttemptsAreCount(), new RetrySettingsNeedAttempts(), new RetryTimesAreDurations(), new RetryOnIsKnown()];

    private static readonly Rule<HttpRewrite>[] RewriteRules = [new RewriteChangesPathOnce(), new RewriteChangesSomething(), new RewriteRegexIsRe2()];

    private static readonly Rule<CorsPolicy>[] CorsRules =
        [new CorsOriginIsGiven(), new CorsMethodIsKnown(), new CorsHeaderHasName(), new CorsMaxAgeIsSeconds()];

    public static IEnumerable<IRule> Rules =>
        [.. RedirectOfRouteRules, .. RedirectRules, .. DirectResponseRules, .. RetryRules, .. RewriteRules, .. CorsRules];

    /// <summary>Checks the redirect of a route, which must fit its matches.</summary>
    public static void CheckRedirect(HttpRoute route, Place place)
    {
        if (route.Redirect is { } redirect)
        {
            place.Finds(route, RedirectOfRouteRules);
            place.Field("redirect").Finds(redirect, RedirectRules);
        }
    }

    public static void Check(HttpDirectResponse? response, Place place) => CheckGiven(response, place, DirectResponseRules);

    public static void Check(HttpRetry? retries, Place place) => CheckGiven(retries, place, RetryRules);

    public static void Check(HttpRewrite? rewrite, Place place) => CheckGiven(rewrite, place, RewriteRules);

    public static void Check(CorsPolicy? policy, Place place) => CheckGiven(policy, place, CorsRules);

    private static void CheckGiven<T>(T? value, Place place, Rule<T>[] rules)
        where T : class
    {
        if (value is not null)
        {
            place.Finds(value, rules);
        }
    }
}
