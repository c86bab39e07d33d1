namespace Mesh.Sdk.Topology;

/// <summary>Where the credentials of a cluster are found. Never holds the credentials themselves.</summary>
public sealed record KubeconfigReference
{
    /// <summary>Gets the path of the kubeconfig file, as given; resolved by whoever opens it.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the name of the context. <see langword="null"/> means the file's current context.</summary>
    public string? Context { get; init; }
}
