using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Only the path may be matched by an empty prefix.</summary>
internal sealed class MatchedPrefixIsNotEmpty : Rule<HttpMatchRequest>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2321",
        DiagnosticSeverity.Error,
        "The match of '{0}' has an empty prefix, and Envoy refuses that.",
        "Give a prefix; leave the match out to accept any value.");

    public override string VectorId => "VS-MATCH-EMPTY-PREFIX";

    public override void Check(HttpMatchRequest value, Place place)
    {
        foreach (TextMatch match in TextMatch.Of(value, place))
        {
            if (match.Match.Prefix is { Length: 0 } && !match.IsUri && !match.MeansPresence)
            {
                match.Place.Report(Descriptor, match.Name);
            }
        }
    }
}
