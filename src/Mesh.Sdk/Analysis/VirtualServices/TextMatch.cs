using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A condition on a text of a request.</summary>
/// <param name="Name">The field, with the name of the header or parameter.</param>
/// <param name="Match">The condition.</param>
/// <param name="Place">Where it stands.</param>
internal readonly record struct TextMatch(string Name, StringMatch Match, Place Place)
{
    private const string Uri = "uri";

    /// <summary>Gets whether the path is matched, which may have any prefix.</summary>
    public bool IsUri => Name == Uri;

    /// <summary>Gets whether the condition means that a header is absent, which is written as the expression <c>*</c>.</summary>
    public bool MeansPresence { get; private init; }

    public static IEnumerable<TextMatch> Of(HttpMatchRequest request, Place place)
    {
        IEnumerable<TextMatch> single = new (string Name, StringMatch? Match)[]
            {
                (Uri, request.Uri),
                ("scheme", request.Scheme),
                ("method", request.Method),
                ("authority", request.Authority),
            }
            .Where(m => m.Match is not null)
            .Select(m => new TextMatch(m.Name, m.Match!, place.Field(m.Name)));
        return single
            .Concat(Of("headers", request.Headers, place))
            .Concat(Of("withoutHeaders", request.WithoutHeaders, place).Select(m => m with { MeansPresence = m.Match.Regex == "*" }))
            .Concat(Of("queryParams", request.QueryParams, place));
    }

    private static IEnumerable<TextMatch> Of(string field, EquatableMap<StringMatch> matches, Place place) =>
        from entry in matches
        where entry.Value is not null
        select new TextMatch($"{field}.{entry.Key}", entry.Value, place.Field(field).Entry(entry.Key));
}
