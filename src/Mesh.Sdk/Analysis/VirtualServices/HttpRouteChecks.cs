using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Puts a route of HTTP requests before rules.</summary>
internal static class HttpRouteChecks
{
    private static readonly Rule<HttpRoute>[] DelegatingRules = [new DelegatingRouteOnlyDelegates()];
    private static readonly Rule<HttpRoute>[] DelegateRules = [new DelegateDoesNotDelegate()];
    private static readonly Rule<HttpRoute>[] EndingRules = [new RouteHasOneAction(), new RouteHasAction(), new RouteHasOneKindOfMirror()];

    private static readonly Rule<HttpRoute>[] AlwaysRules =
        [new MirroredShareIsPercentage(), new MirrorPercentIsGone(), new AuthorityIsRewrittenOnce(), new TimeoutIsDuration()];

    private static readonly Rule<HttpMirrorPolicy>[] MirrorRules = [new MirrorHasDestination()];

    public static IEnumerable<IRule> Rules => [.. DelegatingRules, .. DelegateRules, .. EndingRules, .. AlwaysRules, .. MirrorRules];

    /// <summary>Checks a route of a VirtualService that has hosts.</summary>
    public static void Check(HttpRoute route, Place place)
    {
        place.Finds(route, route.Delegate is null ? EndingRules : DelegatingRules);
        CheckParts(route, place);
    }

    /// <summary>Checks a route of a delegate.</summary>
    public static void CheckInDelegate(HttpRoute route, Place place)
    {
        place.Finds(route, DelegateRules);
        place.Finds(route, EndingRules);
        CheckParts(route, place);
    }

    private static void CheckParts(HttpRoute route, Place place)
    {
        place.Finds(route, AlwaysRules);
        for (int i = 0; i < route.Match.Count; i++)
        {
            MatchChecks.Check(route.Match[i], place.Field("match").Item(i));
        }

        HeaderChecks.Check(route.Headers, place.Field("headers"));
        ActionChecks.Check(route.CorsPolicy, place.Field("corsPolicy"));
        FaultChecks.Check(route.Fault, place.Field("fault"));
        CheckMirrors(route, place);
        ActionChecks.CheckRedirect(route, place);
        ActionChecks.Check(route.DirectResponse, place.Field("directResponse"));
        ActionChecks.Check(route.Retries, place.Field("retries"));
        ActionChecks.Check(route.Rewrite, place.Field("rewrite"));
        DestinationChecks.Check(route.Route, place.Field("route"));
    }

    private static void CheckMirrors(HttpRoute route, Place place)
    {
        DestinationChecks.Check(route.Mirror, place.Field("mirror"));
        for (int i = 0; i < route.Mirrors.Count; i++)
        {
            if (route.Mirrors[i] is { } mirror)
            {
                Place at = place.Field("mirrors").Item(i);
                at.Finds(mirror, MirrorRules);
                DestinationChecks.Check(mirror.Destination, at.Field("destination"));
            }
        }
    }
}
