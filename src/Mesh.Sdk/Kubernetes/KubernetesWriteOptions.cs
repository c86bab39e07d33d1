namespace Mesh.Sdk.Kubernetes;

/// <summary>How an object is written.</summary>
public sealed record KubernetesWriteOptions
{
    /// <summary>The options that apply unless others are given.</summary>
    public static readonly KubernetesWriteOptions Default = new();

    /// <summary>Gets in whose name fields are owned.</summary>
    /// <value><c>mesh-sdk</c> by default.</value>
    public string FieldManager { get; init; } = "mesh-sdk";

    /// <summary>Gets whether server-side apply takes fields from other managers. Create ignores it.</summary>
    public bool Force { get; init; }

    /// <summary>Gets whether the server does everything but store the object.</summary>
    public bool DryRun { get; init; }

    /// <summary>Gets what the server does about fields that it does not know or that stand twice.</summary>
    public KubernetesFieldValidation FieldValidation { get; init; } = KubernetesFieldValidation.Strict;
}
