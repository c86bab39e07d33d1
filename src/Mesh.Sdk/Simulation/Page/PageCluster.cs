using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation.Page;

/// <summary>A cluster on the page.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Region">Its region; empty if not told.</param>
/// <param name="Description">What else is known of it, in a few words.</param>
internal sealed record PageCluster(string Name, string Region, string Description)
{
    public static PageCluster Of(MeshCluster cluster) =>
        new(cluster.Name, cluster.Region, $"{ProviderOf(cluster)}, {(cluster.Role == MeshClusterRole.Host ? "host" : "peer")}, network {cluster.Network}");

    private static string ProviderOf(MeshCluster cluster) => cluster.Provider switch
    {
        CloudProvider.Aws => "AWS",
        CloudProvider.GoogleCloud => "Google Cloud",
        CloudProvider.Azure => "Azure",
        CloudProvider.OnPremises => "own machines",
        _ => "any provider",
    };
}
