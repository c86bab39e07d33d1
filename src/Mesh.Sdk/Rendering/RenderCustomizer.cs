using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Rendering;

/// <summary>Reaches any object that is rendered, before it is put into the set.</summary>
public sealed class RenderCustomizer
{
    private readonly List<Func<ResourceEntry, ResourceEntry>> _changes = [];

    internal RenderCustomizer()
    {
    }

    /// <summary>Changes every object of a type, on every cluster. Changes are made in the order they are given.</summary>
    public RenderCustomizer Customize<T>(Func<T, T> change)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(change);
        return Customize<T>((resource, _) => change(resource));
    }

    /// <summary>Changes every object of a type.</summary>
    /// <param name="change">Gets the object and the name of its cluster, and returns the object to render instead.</param>
    public RenderCustomizer Customize<T>(Func<T, string, T> change)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(change);
        _changes.Add(entry => entry.Resource is T resource ? entry with { Resource = change(resource, entry.Cluster) } : entry);
        return this;
    }

    internal ResourceEntry Apply(ResourceEntry entry) => _changes.Aggregate(entry, (current, change) => change(current));
}
