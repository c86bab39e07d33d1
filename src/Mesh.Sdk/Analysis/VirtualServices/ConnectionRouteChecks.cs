using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Puts routes of TLS and other connections before rules.</summary>
internal static class ConnectionRouteChecks
{
    private static readonly Rule<TlsRoute>[] TlsRules = [new TlsRouteHasMatch()];
    private static readonly Rule<EquatableList<RouteDestination>>[] DestinationsRules = [new ConnectionRouteHasDestinations()];

    public static IEnumerable<IRule> Rules => [.. TlsRules, .. DestinationsRules];

    public static void Check(TlsRoute? route, bool namesSidecars, HostIndex hosts, Place place)
    {
        if (route is null)
        {
            return;
        }

        place.Finds(route, TlsRules);
        for (int i = 0; i < route.Match.Count; i++)
        {
            MatchChecks.Check(route.Match[i], namesSidecars, hosts, place.Field("match").Item(i));
        }

        CheckDestinations(route.Route, place.Field("route"));
    }

    public static void Check(TcpRoute? route, Place place)
    {
        if (route is null)
        {
            return;
        }

        for (int i = 0; i < route.Match.Count; i++)
        {
            MatchChecks.Check(route.Match[i], place.Field("match").Item(i));
        }

        CheckDestinations(route.Route, place.Field("route"));
    }

    private static void CheckDestinations(EquatableList<RouteDestination> shares, Place place)
    {
        place.Finds(shares, DestinationsRules);
        DestinationChecks.Check(shares, place);
    }
}
