using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Analysis.References;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>A route at a gateway names the subset itself.</summary>
internal sealed class SubsetsReachGateway : Rule<InContext<VirtualService>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2840",
        DiagnosticSeverity.Warning,
        "The route at the gateway goes to '{0}' as a whole: the subsets in the VirtualService {1} are for sidecars, and do not count here.",
        "Name the subset in this route too.") { IstioCode = "IST0140" };

    public override void Check(InContext<VirtualService> value, Place place)
    {
        if (value.Resource.Spec is not { Gateways.Count: > 0 } spec)
        {
            return;
        }

        MeshSubsetRoutes routes = MeshSubsetRoutes.Of(value.Context);
        foreach ((Destination destination, Place at) in RouteDestinations.OfHttp(spec, place))
        {
            if (string.IsNullOrEmpty(destination.Subset) && routes.Splitting(place.Key.Cluster, destination.Host ?? "").Any())
            {
                at.Report(Descriptor, destination.Host, Names.Join(routes.Splitting(place.Key.Cluster, destination.Host ?? "")));
            }
        }
    }
}
