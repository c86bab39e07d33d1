namespace Mesh.Sdk.Kubernetes;

/// <summary>How an object is deleted.</summary>
public sealed record KubernetesDeleteOptions
{
    /// <summary>The options that apply unless others are given.</summary>
    public static readonly KubernetesDeleteOptions Default = new();

    /// <summary>Gets the id that the object must have; <see langword="null"/> for any. Another one is a conflict.</summary>
    public string? Uid { get; init; }

    /// <summary>Gets the state that the object must be in; <see langword="null"/> for any. Another one is a conflict.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>Gets what becomes of the objects that this one owns; <see langword="null"/> for what the kind does by itself.</summary>
    public KubernetesPropagation? Propagation { get; init; }

    /// <summary>Gets how long the object may take to end; <see langword="null"/> for its own time. Whole seconds.</summary>
    public TimeSpan? GracePeriod { get; init; }

    /// <summary>Gets whether the server only looks whether it could.</summary>
    public bool DryRun { get; init; }
}
