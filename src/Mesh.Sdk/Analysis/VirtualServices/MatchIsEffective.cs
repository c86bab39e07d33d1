using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A match is neither a duplicate of an earlier one nor covered by its prefix.</summary>
internal sealed class MatchIsEffective : Rule<VirtualServiceSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2392",
        DiagnosticSeverity.Warning,
        "The match {1} of the route {0} has no effect as far as Istio compares matches: {2} has or covers it.",
        "Remove it, or move it in front of the match that has or covers it.")
    {
        IstioCode = "IST0131",
    };

    public override string VectorId => "VS-INEFFECTIVE-MATCH";

    public override void Check(VirtualServiceSpec value, Place place)
    {
        foreach (MatchUse use in MatchUse.Of(value, place))
        {
            foreach ((int route, int match, string taker) in use.UnusedMatches)
            {
                use.Place.Item(route).Field("match").Item(match).Report(Descriptor, use.NameOf(route), use.NameOf(route, match), taker);
            }
        }
    }
}
