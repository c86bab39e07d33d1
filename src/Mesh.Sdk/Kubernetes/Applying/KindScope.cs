using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>The objects of a kind in a namespace, which one list has.</summary>
/// <param name="Kind">The kind in the version that is written.</param>
/// <param name="Namespace">The namespace; <c>""</c> for kinds without.</param>
internal sealed record KindScope(ResourceKind Kind, string Namespace)
{
    public static KindScope Of(ApiResource served, string @namespace, string defaultNamespace) =>
        new(served.Kind, !served.IsNamespaced ? "" : @namespace.Length == 0 ? defaultNamespace : @namespace);

    public KubernetesListOptions ListOptions => new() { Namespace = Namespace.Length == 0 ? null : Namespace };

    public ResourceKey KeyOf(string name, string cluster) => new(Kind.Group, Kind.Version, Kind.Name, Namespace, name, cluster);
}
