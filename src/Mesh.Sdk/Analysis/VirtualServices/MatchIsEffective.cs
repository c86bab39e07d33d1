using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A match gets requests: no earlier one takes them all.</summary>
internal sealed class MatchIsEffective : Rule<VirtualServiceSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2392",
        DiagnosticSeverity.Warning,
        "The match {1} of the route {0} never gets requests: {2} takes them.",
        "Remove it, or move it in front of the match that takes its requests.")
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
