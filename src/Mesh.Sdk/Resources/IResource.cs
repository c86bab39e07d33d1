namespace Mesh.Sdk.Resources;

/// <summary>A Kubernetes object: a kind, a name and what it declares. Immutable; compares by value.</summary>
public interface IResource : IResourceValue
{
    /// <summary>Gets what kind of object this is.</summary>
    ResourceKind Type { get; }

    /// <summary>Gets name, namespace, labels and annotations.</summary>
    ObjectMeta Metadata { get; }

    /// <summary>Returns the same object with other metadata.</summary>
    IResource WithMetadata(ObjectMeta metadata);
}
