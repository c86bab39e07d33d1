namespace Mesh.Sdk.Kubernetes;

/// <summary>What a server does about fields that it does not know or that stand twice.</summary>
public enum KubernetesFieldValidation
{
    /// <summary>It refuses the object.</summary>
    Strict,

    /// <summary>It drops them with a warning.</summary>
    Warn,

    /// <summary>It drops them.</summary>
    Ignore,
}
