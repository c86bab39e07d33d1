namespace Mesh.Sdk.Hosting;

/// <summary>Where the connection to a cluster is described.</summary>
public sealed class MeshClusterOptions
{
    /// <summary>Gets or sets the path of the kubeconfig file.</summary>
    public string Kubeconfig { get; set; } = "";

    /// <summary>Gets or sets the context.</summary>
    /// <value><see langword="null"/> by default: the file's current one.</value>
    public string? Context { get; set; }
}
