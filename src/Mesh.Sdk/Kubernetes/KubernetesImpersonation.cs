using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <summary>As whom requests are made, if not as who makes them.</summary>
public sealed record KubernetesImpersonation
{
    /// <summary>Gets the user, such as <c>system:serviceaccount:istio-system:istiod</c>.</summary>
    public required string User { get; init; }

    /// <summary>Gets the user's id; <see langword="null"/> if it does not matter.</summary>
    public string? Uid { get; init; }

    /// <summary>Gets the groups.</summary>
    public EquatableList<string> Groups { get; init; } = [];
}
