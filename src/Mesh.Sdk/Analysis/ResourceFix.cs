using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Reading;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Analysis;

/// <summary>A change of one object that removes the cause of a finding. Compares by object and description.</summary>
public sealed class ResourceFix : IDiagnosticFix, IEquatable<ResourceFix>
{
    private readonly Func<ResourceSet, ResourceSet> _apply;

    private ResourceFix(ResourceKey key, string description, Func<ResourceSet, ResourceSet> apply)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        (Key, Description, _apply) = (key, description, apply);
    }

    /// <summary>Gets the object that is changed, added or removed.</summary>
    public ResourceKey Key { get; }

    /// <inheritdoc/>
    public string Description { get; }

    /// <summary>Makes a fix that changes an object.</summary>
    /// <typeparam name="T">Type of the object.</typeparam>
    /// <param name="key">The object.</param>
    /// <param name="description">What will be changed, in a sentence.</param>
    /// <param name="change">Returns the changed object, which keeps its name and namespace.</param>
    public static ResourceFix Of<T>(ResourceKey key, string description, Func<T, T> change)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(change);
        return new(key, description, resources => resources.TryGet(key, out IResource? found) && found is T typed
            ? Replace(resources, key, change(typed))
            : resources);
    }

    /// <summary>Makes a fix that sets a field of an object.</summary>
    /// <param name="key">The object.</param>
    /// <param name="path">The field, such as <c>spec.trafficPolicy.outlierDetection.maxEjectionPercent</c>; missing maps on the way are made.</param>
    /// <param name="value">Its value.</param>
    /// <param name="description">What will be changed, in a sentence.</param>
    public static ResourceFix SetField(ResourceKey key, string path, UntypedValue value, string description)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(value);
        return new(key, description, resources => Edit(resources, key, tree => tree.Put(FieldPath.Split(path), value)));
    }

    /// <summary>Makes a fix that removes a field of an object.</summary>
    /// <param name="key">The object.</param>
    /// <param name="path">The field, such as <c>spec.trafficPolicy.outlierDetection.consecutiveErrors</c>.</param>
    /// <param name="description">What will be changed, in a sentence.</param>
    public static ResourceFix RemoveField(ResourceKey key, string path, string description)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(key, description, resources => Edit(resources, key, tree => tree.Cut(FieldPath.Split(path))));
    }

    /// <summary>Makes a fix that adds an object, unless there is one with its key.</summary>
    public static ResourceFix Add(ResourceEntry entry, string description)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(entry.Key, description, resources => resources.TryGet(entry.Key, out _) ? resources : resources.Add(entry.Resource, entry.Cluster));
    }

    /// <summary>Makes a fix that removes an object.</summary>
    public static ResourceFix Remove(ResourceKey key, string description) =>
        new(key, description, resources => resources.TryGet(key, out _) ? resources.Where(e => e.Key != key) : resources);

    /// <summary>Returns the objects with the change made; the same objects if it does not apply to them.</summary>
    public ResourceSet Apply(ResourceSet resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        return _apply(resources);
    }

    /// <inheritdoc/>
    public bool Equals(ResourceFix? other) => other is not null && other.Key == Key && other.Description == Description;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ResourceFix);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Key, Description);

    /// <summary>Returns the object and the description.</summary>
    public override string ToString() => $"{Key}: {Description}";

    private static ResourceSet Edit(ResourceSet resources, ResourceKey key, Func<UntypedValue, UntypedValue> edit)
    {
        if (!resources.TryGet(key, out IResource? found))
        {
            return resources;
        }

        // A value that the kind has no room for is a mistake of the fix, and an object is worth more than that.
        IResource changed = ResourceTree.Read(edit(UntypedWriter.ToUntyped(found)), found.Type, out IReadOnlyList<Diagnostic> findings);
        return findings.Count == 0 ? Replace(resources, key, changed) : resources;
    }

    private static ResourceSet Replace(ResourceSet resources, ResourceKey key, IResource changed) =>
        ResourceKey.Of(changed, key.Cluster) == key
            ? resources.With(changed, key.Cluster)
            : throw new InvalidOperationException($"The fix of {key} renamed it.");
}
