namespace Mesh.Sdk.Topology.Checks;

/// <summary>What many checks look up.</summary>
internal sealed class MeshIndex
{
    private readonly bool _knowsEveryRegion;

    public MeshIndex(ServiceMesh mesh)
    {
        Clusters = new(StringComparer.Ordinal);
        foreach (MeshCluster cluster in mesh.Clusters)
        {
            Clusters.TryAdd(cluster.Name, cluster);
        }

        Regions = [.. mesh.Clusters.Select(c => c.Region).Where(r => r.Length > 0)];
        _knowsEveryRegion = mesh.Clusters.Count > 0 && mesh.Clusters.All(c => c.Region.Length > 0);
    }

    public Dictionary<string, MeshCluster> Clusters { get; }

    public HashSet<string> Regions { get; }

    /// <summary>A region can be called unknown only where every cluster tells its own.</summary>
    public bool LacksRegion(string region) => _knowsEveryRegion && !Regions.Contains(region);

    /// <summary>The networks of the clusters in some regions.</summary>
    public IEnumerable<string> NetworksOf(IEnumerable<string> regions) =>
        Clusters.Values.Where(c => regions.Contains(c.Region)).Select(c => c.Network).Distinct().Order(StringComparer.Ordinal);
}
