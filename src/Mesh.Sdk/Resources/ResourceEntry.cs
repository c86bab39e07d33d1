namespace Mesh.Sdk.Resources;

/// <summary>An object and the mesh cluster it is meant for.</summary>
/// <param name="Resource">The object.</param>
/// <param name="Cluster">Name of the mesh cluster, <c>""</c> if it is not meant for a particular one.</param>
public sealed record ResourceEntry(IResource Resource, string Cluster = "")
{
    /// <summary>Gets what identifies the object.</summary>
    public ResourceKey Key => ResourceKey.Of(Resource, Cluster);

    /// <summary>Returns the key.</summary>
    public override string ToString() => Key.ToString();
}
