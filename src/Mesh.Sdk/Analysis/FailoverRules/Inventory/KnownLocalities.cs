using System.Text.RegularExpressions;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;
using Mesh.Sdk.Topology.Checks;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>The regions and zones that objects or the definition tell of.</summary>
internal sealed partial class KnownLocalities
{
    private readonly HashSet<string> _clustersWithNodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _clustersWithoutRegion = new(StringComparer.Ordinal);

    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);

    /// <summary>Gets the regions.</summary>
    public SortedSet<string> Regions { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the region of each zone.</summary>
    public Dictionary<string, string> RegionByZone { get; } = new(StringComparer.Ordinal);

    /// <summary>A region can be called unknown only where every workload tells its own. What a definition declares is checked there.</summary>
    public bool Lacks(string region) => Regions.Count > 0 && !_declared.Contains(region) && _clustersWithoutRegion.IsSubsetOf(_clustersWithNodes) && !Regions.Contains(region);

    public void Add(AnalysisContext context)
    {
        foreach ((Node node, Place place) in context.Each<Node>())
        {
            Add(WorkloadLocality.OfEndpoint(default, node.Metadata.Labels));
            _clustersWithNodes.Add(place.Key.Cluster);
        }

        HashSet<string> told = [.. _clustersWithNodes];
        foreach (RunningWorkload workload in WorkloadIndex.Of(context).All)
        {
            told.Add(workload.Cluster);
            foreach (Locality place in workload.Places.DefaultIfEmpty())
            {
                Add(place, workload.Cluster);
            }
        }

        // Of a cluster that only has configuration here, nobody knows where it is.
        _clustersWithoutRegion.UnionWith(context.Resources.Select(e => e.Cluster).Where(c => c.Length > 0 && !told.Contains(c)));
        foreach (WorkloadEntrySpec endpoint in context.Each<ServiceEntry>().SelectMany(e => e.Resource.Spec?.Endpoints ?? default).Where(e => e is { Locality.Length: > 0 }))
        {
            Add(Locality.Parse(endpoint.Locality!));
        }
    }

    public void Add(ServiceMesh mesh)
    {
        _declared.UnionWith(mesh.Services.SelectMany(s => s.Failovers).SelectMany(f => new[] { f.From, f.To }));
        foreach (MeshCluster cluster in mesh.Clusters)
        {
            (cluster.Region.Length > 0 ? _clustersWithNodes : _clustersWithoutRegion).Add(cluster.Name);
            Add(new Locality(cluster.Region));
            foreach (string zone in cluster.Zones)
            {
                Add(cluster.LocalityIn(zone));
            }
        }
    }

    /// <summary>Returns the region of a zone that is known, or named as the clouds name zones; <see langword="null"/> if it looks like none.</summary>
    public string? RegionOfZone(string text)
    {
        if (Regions.Contains(text))
        {
            return null;
        }

        if (RegionByZone.TryGetValue(text, out string? region))
        {
            return region.Length > 0 ? region : null;
        }

        Match match = CloudZone().Match(text);
        return match.Success && (IsCloudRegion(match.Groups["region"].Value) || Regions.Contains(match.Groups["region"].Value))
            ? match.Groups["region"].Value
            : null;
    }

    private static bool IsCloudRegion(string region) => RegionCatalog.OwnerOf(region).Length > 0;

    private void Add(Locality locality, string cluster)
    {
        Add(locality);
        if (locality.Region.Length == 0)
        {
            _clustersWithoutRegion.Add(cluster);
        }
    }

    private void Add(Locality locality)
    {
        if (locality.Region.Length > 0)
        {
            Regions.Add(locality.Region);
        }

        if (locality.Zone.Length > 0)
        {
            RegionByZone.TryAdd(locality.Zone, locality.Region);
        }
    }

    // AWS: eu-west-2a. Google Cloud: europe-west2-a. Azure: westeurope-1.
    [GeneratedRegex("^(?<region>[a-z0-9-]*?[a-z0-9])-?([a-z]|(?<=-)[0-9])$", RegexOptions.CultureInvariant)]
    private static partial Regex CloudZone();
}
