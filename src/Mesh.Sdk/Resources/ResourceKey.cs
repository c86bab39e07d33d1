namespace Mesh.Sdk.Resources;

/// <summary>What identifies an object across the clusters of a mesh.</summary>
/// <param name="Group">API group, <c>""</c> for the core group.</param>
/// <param name="Version">API version.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Namespace">Namespace, <c>""</c> if cluster-scoped.</param>
/// <param name="Name">Name.</param>
/// <param name="Cluster">Name of the mesh cluster, <c>""</c> if it is not meant for a particular one.</param>
public readonly record struct ResourceKey(string Group, string Version, string Kind, string Namespace, string Name, string Cluster = "")
{
    /// <summary>Gets the key of an object.</summary>
    public static ResourceKey Of(IResource resource, string cluster = "")
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(cluster);
        ResourceKind type = resource.Type;
        return new(type.Group, type.Version, type.Name, resource.Metadata.Namespace ?? "", resource.Metadata.Name ?? "", cluster);
    }

    /// <summary>Returns <c>cluster: kind namespace/name</c>.</summary>
    public override string ToString()
    {
        string cluster = Cluster.Length == 0 ? "" : $"{Cluster}: ";
        string @namespace = Namespace.Length == 0 ? "" : $"{Namespace}/";
        return $"{cluster}{Kind} {@namespace}{Name}";
    }
}
