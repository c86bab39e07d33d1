using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Hosting;

/// <summary>How a program reaches the clusters of its mesh. Can be bound to configuration; checked when the program starts.</summary>
public sealed class MeshOptions
{
    /// <summary>Gets the clusters by their names in the mesh; those that are not named use the kubeconfig of the definition.</summary>
    public IDictionary<string, MeshClusterOptions> Clusters { get; } = new Dictionary<string, MeshClusterOptions>(StringComparer.Ordinal);

    /// <summary>Gets or sets how long a cluster may take to answer a check or a question about its state.</summary>
    /// <value>Positive; 10 s by default.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets how many requests may be under way at a time, for each cluster.</summary>
    /// <value>At least 1; 32 by default.</value>
    public int MaxParallelRequests { get; set; } = 32;

    internal KubeconfigReference? KubeconfigOf(MeshCluster cluster) =>
        Clusters.TryGetValue(cluster.Name, out MeshClusterOptions? options) ? new() { Path = options.Kubeconfig, Context = options.Context } : cluster.Kubeconfig;
}
