using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A route gets traffic: no earlier one takes it all.</summary>
internal sealed class RouteIsReachable : Rule<VirtualServiceSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2391",
        DiagnosticSeverity.Warning,
        "The route {0} never gets traffic: {1}.",
        "Remove it, or move it in front of the route that takes its traffic.")
    {
        IstioCode = "IST0130",
    };

    public override string VectorId => "VS-UNREACHABLE-RULE";

    public override void Check(VirtualServiceSpec value, Place place)
    {
        foreach (MatchUse use in MatchUse.Of(value, place))
        {
            foreach ((int route, string reason) in use.UnusedRoutes)
            {
                use.Place.Item(route).Report(Descriptor, use.NameOf(route), reason);
            }
        }
    }
}
