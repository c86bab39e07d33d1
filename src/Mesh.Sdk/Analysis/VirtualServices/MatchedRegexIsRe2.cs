using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A regular expression is one of RE2.</summary>
internal sealed class MatchedRegexIsRe2 : Rule<HttpMatchRequest>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2322",
        DiagnosticSeverity.Error,
        "The match of '{0}' has a regular expression that {1}.",
        "Give an expression in the syntax of RE2 of at most 1024 bytes, without lookaround and backreferences.");

    public override string VectorId => "VS-MATCH-REGEX";

    public override void Check(HttpMatchRequest value, Place place)
    {
        foreach (TextMatch match in TextMatch.Of(value, place))
        {
            if (match.Match.Regex is { } regex && !match.MeansPresence && RegexLimits.Problem(regex) is { } problem)
            {
                match.Place.Field("regex").Report(Descriptor, match.Name, problem);
            }
        }
    }
}
