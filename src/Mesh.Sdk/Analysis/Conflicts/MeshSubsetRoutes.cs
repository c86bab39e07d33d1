using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Analysis.References;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>VirtualServices that split their own host into subsets.</summary>
internal sealed class MeshSubsetRoutes
{
    private readonly ClusterIndex<string, string> _names = new();

    private MeshSubsetRoutes(AnalysisContext context)
    {
        foreach ((VirtualService service, Place place) in context.Each<VirtualService>())
        {
            IEnumerable<string> split = RouteDestinations.OfHttp(service.Spec, place)
                .Where(route => !string.IsNullOrEmpty(route.Destination.Subset) && service.Spec!.Hosts.Contains(route.Destination.Host))
                .Select(route => route.Destination.Host)
                .Distinct(StringComparer.Ordinal);
            foreach (string host in split)
            {
                _names.Add(place.Key.Cluster, host, Names.FullName(place.Key));
            }
        }
    }

    public static MeshSubsetRoutes Of(AnalysisContext context) => context.Index(static c => new MeshSubsetRoutes(c));

    /// <summary>Gets the VirtualServices that split a host, as it is written.</summary>
    public IEnumerable<string> Splitting(string cluster, string host) => _names.Find(cluster, host);
}
