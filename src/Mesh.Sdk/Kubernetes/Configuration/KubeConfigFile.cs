namespace Mesh.Sdk.Kubernetes.Configuration;

/// <summary>What one kubeconfig file says.</summary>
internal sealed record KubeConfigFile(
    string? CurrentContext,
    IReadOnlyList<KubeConfigSection> Contexts,
    IReadOnlyList<KubeConfigSection> Clusters,
    IReadOnlyList<KubeConfigSection> Users);
