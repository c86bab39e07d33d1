using System.Text.RegularExpressions;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>Tells whether a request meets the conditions of a route. Source: Istio, <c>HTTPMatchRequest</c>.</summary>
internal sealed class RequestMatching(SimulatedRequest request, TrafficClient client, bool isIngress, string host, int? port)
{
    private const string AllGateways = "mesh";

    /// <summary>Gets or sets whether the request has whatever path a route asks for.</summary>
    public bool HasAnyPath { get; init; }

    /// <summary>Conditions of one match hold together; one match of several is enough.</summary>
    public bool Meets(Istio.HttpRoute route) => route.Match.Count == 0 || route.Match.Any(Meets);

    private bool Meets(HttpMatchRequest match)
    {
        string[] target = (request.Path ?? "/").Split('?', 2);
        return (HasAnyPath || Holds(match.Uri, target[0], match.IgnoreUriCase == true))
            && Holds(match.Method, request.Method)
            && Holds(match.Scheme, "http")
            && Holds(match.Authority, host)
            && (match.Port is null || match.Port == port)
            && (isIngress || match.SourceNamespace is null || match.SourceNamespace == client.Namespace)
            && (isIngress || match.SourceLabels.AsSpan().ToArray().All(label => client.Labels.TryGetValue(label.Key, out string? value) && value == label.Value))
            && (match.Gateways.Count == 0 || match.Gateways.Any(gateway => (gateway == AllGateways) != isIngress))
            && All(match.Headers, request.Headers)
            && !match.WithoutHeaders.AsSpan().ToArray().Any(header => Holds(header.Value, Find(request.Headers, header.Key)))
            && All(match.QueryParams, QueryOf(target));
    }

    private static bool All(EquatableMap<StringMatch> conditions, EquatableMap<string> values) =>
        conditions.AsSpan().ToArray().All(condition => Holds(condition.Value, Find(values, condition.Key)));

    private static string? Find(EquatableMap<string> values, string name) => values.TryGetValue(name, out string? value) ? value : null;

    private static EquatableMap<string> QueryOf(string[] target) => target.Length < 2
        ? []
        : target[1].Split('&').Select(part => part.Split('=', 2)).DistinctBy(p => p[0]).Select(p => KeyValuePair.Create(p[0], p.Length > 1 ? p[1] : "")).ToEquatableMap();

    // An empty condition asks for presence.
    private static bool Holds(StringMatch? condition, string? value, bool ignoresCase = false)
    {
        StringComparison comparison = ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return condition switch
        {
            null => true,
            _ when value is null => false,
            { Exact: { } exact } => value.Equals(exact, comparison),
            { Prefix: { } prefix } => value.StartsWith(prefix, comparison),
            { Regex: { } regex } => IsFullMatch(regex, value),
            _ => true,
        };
    }

    private static bool IsFullMatch(string pattern, string value)
    {
        try
        {
            return Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
