using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>The hosts whose traffic goes through a waypoint.</summary>
internal sealed class WaypointHosts
{
    private const string Label = "istio.io/use-waypoint";

    private readonly HostOverlaps<string> _hosts = new();
    private readonly HashSet<string> _namespaces;

    private WaypointHosts(AnalysisContext context)
    {
        _namespaces = [.. context.Each<Namespace>().Where(entry => HasWaypoint(entry.Resource.Metadata) == true).Select(entry => entry.Place.Key.Name)];
        foreach ((Service service, Place place) in context.Each<Service>())
        {
            Add(service.Metadata, place, [Names.Host(place.Key.Name, Names.NamespaceOf(place.Key), context.Defaults.Domain)]);
        }

        foreach ((ServiceEntry entry, Place place) in context.Each<ServiceEntry>())
        {
            Add(entry.Metadata, place, entry.Spec?.Hosts ?? default);
        }
    }

    public static WaypointHosts Of(AnalysisContext context) => context.Index(static c => new WaypointHosts(c));

    /// <summary>Returns whether a host, which may be a wildcard, covers one of them.</summary>
    public bool Overlap(string fullHost) => _hosts.Find(fullHost).Any();

    // An object's own label counts before that of its namespace.
    private static bool? HasWaypoint(ObjectMeta metadata) =>
        metadata.Labels.TryGetValue(Label, out string? name) ? name is not ("" or "none") : null;

    private void Add(ObjectMeta metadata, Place place, IEnumerable<string?> hosts)
    {
        if (HasWaypoint(metadata) ?? _namespaces.Contains(Names.NamespaceOf(place.Key)))
        {
            foreach (string host in hosts.OfType<string>())
            {
                _hosts.Add(host, host);
            }
        }
    }
}
