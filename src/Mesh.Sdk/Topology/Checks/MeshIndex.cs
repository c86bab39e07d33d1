namespace Mesh.Sdk.Topology.Checks;

/// <summary>What many checks look up.</summary>
internal sealed class MeshIndex
{
    public MeshIndex(ServiceMesh mesh)
    {
        Clusters = new(StringComparer.Ordinal);
        foreach (MeshCluster cluster in mesh.Clusters)
        {
            Clusters.TryAdd(cluster.Name, cluster);
        }

        Regions = [.. mesh.Clusters.Select(c => c.Region).Where(r => r.Length > 0)];
    }

    public Dictionary<string, MeshCluster> Clusters { get; }

    public HashSet<string> Regions { get; }

    /// <summary>A region can be called unknown only where every cluster tells its own.</summary>
    public bool LacksRegion(string region) =>
        Clusters.Count > 0 && Clusters.Values.All(c => c.Region.Length > 0) && !Regions.Contains(region);
}
