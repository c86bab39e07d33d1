namespace Mesh.Sdk.Kubernetes;

/// <summary>Which objects of a kind are listed or watched.</summary>
public sealed record KubernetesListOptions
{
    /// <summary>All objects of all namespaces.</summary>
    public static readonly KubernetesListOptions All = new();

    /// <summary>Gets the namespace; <see langword="null"/> for all.</summary>
    public string? Namespace { get; init; }

    /// <summary>Gets which labels they must have, such as <c>app=orders,tier!=test</c>; <see langword="null"/> for any.</summary>
    public string? LabelSelector { get; init; }

    /// <summary>Gets which fields they must have, such as <c>metadata.name=orders</c>; <see langword="null"/> for any.</summary>
    public string? FieldSelector { get; init; }

    /// <summary>Gets how many objects are asked for at a time.</summary>
    /// <value>At least 1; 500 by default.</value>
    public int PageSize { get; init; } = 500;

    /// <summary>Gets after which state of the cluster a watch begins; <see langword="null"/> to begin with all objects there are. Lists ignore it.</summary>
    public string? ResourceVersion { get; init; }
}
