using System.Globalization;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Which routes and matches of a list can get traffic, as far as Istio tells.</summary>
/// <remarks>Source: Istio, <c>pkg/config/validation</c>: equal matches, rules without match, and prefixes that cover others.</remarks>
internal sealed class MatchUse
{
    private readonly List<string?> _routeNames = [];
    private readonly Dictionary<(int Route, int Match), string> _matchNames = [];
    private readonly List<(int Route, string Reason)> _unusedRoutes = [];
    private readonly List<(int Route, int Match, string Taker)> _unusedMatches = [];

    private MatchUse(Place place) => Place = place;

    /// <summary>Gets the place of the routes.</summary>
    public Place Place { get; }

    /// <summary>Gets the routes that get nothing, and why.</summary>
    public IReadOnlyList<(int Route, string Reason)> UnusedRoutes => _unusedRoutes;

    /// <summary>Gets the matches that get nothing, and what takes it.</summary>
    public IReadOnlyList<(int Route, int Match, string Taker)> UnusedMatches => _unusedMatches;

    public static IEnumerable<MatchUse> Of(VirtualServiceSpec spec, Place place)
    {
        MatchUse http = new(place.Field("http"));
        PrefixCoverage prefixes = new();
        http.Walk(spec.Http, r => r.Match, r => r.Name, m => m.Name, m => m with { Name = null }, prefixes.Add);
        http.Add(prefixes);
        yield return http;

        MatchUse tls = new(place.Field("tls"));
        tls.Walk(spec.Tls, r => r.Match, _ => null, _ => null, m => m);
        yield return tls;

        MatchUse tcp = new(place.Field("tcp"));
        tcp.Walk(spec.Tcp, r => r.Match, _ => null, _ => null, m => m);
        yield return tcp;
    }

    /// <summary>Returns the name of a route in quotes, or its position.</summary>
    public string NameOf(int route) => Name(_routeNames[route], route);

    /// <summary>Returns the name of a match in quotes, or its position.</summary>
    public string NameOf(int route, int match) => _matchNames.GetValueOrDefault((route, match)) ?? Name(null, match);

    private static string Name(string? name, int position) =>
        string.IsNullOrEmpty(name) ? string.Create(CultureInfo.InvariantCulture, $"#{position}") : $"\"{name}\"";

    private void Walk<TRoute, TMatch>(
        EquatableList<TRoute> routes,
        Func<TRoute, EquatableList<TMatch>> matchesOf,
        Func<TRoute, string?> nameOf,
        Func<TMatch, string?> matchNameOf,
        Func<TMatch, TMatch> withoutName,
        Action<int, int, TMatch>? onNew = null)
        where TRoute : class
        where TMatch : class
    {
        Dictionary<ValueTuple<TMatch?>, int> first = [];
        bool hasOpenRoute = false;
        for (int i = 0; i < routes.Count; i++)
        {
            TRoute? route = routes[i];
            _routeNames.Add(route is null ? null : nameOf(route));
            if (route is null)
            {
                continue;
            }

            EquatableList<TMatch> matches = matchesOf(route);
            if (matches.Count == 0)
            {
                if (hasOpenRoute)
                {
                    _unusedRoutes.Add((i, "only the last route can do without match"));
                }

                hasOpenRoute = true;
                continue;
            }

            if (hasOpenRoute)
            {
                _unusedRoutes.Add((i, "a route without match stands before it"));
                continue;
            }

            int duplicates = 0;
            for (int j = 0; j < matches.Count; j++)
            {
                TMatch? match = matches[j];
                if (match is not null && matchNameOf(match) is { Length: > 0 } name)
                {
                    _matchNames[(i, j)] = Name(name, j);
                }

                if (first.TryAdd(new(match is null ? null : withoutName(match)), i))
                {
                    if (match is not null)
                    {
                        onNew?.Invoke(i, j, match);
                    }
                }
                else
                {
                    duplicates++;
                    _unusedMatches.Add((i, j, $"an equal match in route {NameOf(first[new(match is null ? null : withoutName(match))])}"));
                }
            }

            if (duplicates == matches.Count)
            {
                _unusedRoutes.Add((i, "earlier routes have all its matches"));
            }
        }
    }

    private void Add(PrefixCoverage prefixes)
    {
        foreach ((PrefixMatch covered, PrefixMatch by) in prefixes.Covered)
        {
            string taker = $"the prefix {by.Prefix} of match {NameOf(by.Route, by.Match)} in route {NameOf(by.Route)}";
            _unusedMatches.Add((covered.Route, covered.Match, taker));
        }
    }
}
