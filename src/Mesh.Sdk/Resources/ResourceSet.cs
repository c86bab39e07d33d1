using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Mesh.Sdk.Resources;

/// <summary>Objects for the clusters of a mesh: ordered, each key once, immutable. Compares by value, order included.</summary>
public sealed class ResourceSet : IReadOnlyCollection<ResourceEntry>, IEquatable<ResourceSet>
{
    /// <summary>A set without objects.</summary>
    public static readonly ResourceSet Empty = new([], ImmutableDictionary<ResourceKey, int>.Empty);

    private readonly ImmutableList<ResourceEntry> _entries;
    private readonly ImmutableDictionary<ResourceKey, int> _positions;

    private ResourceSet(ImmutableList<ResourceEntry> entries, ImmutableDictionary<ResourceKey, int> positions) =>
        (_entries, _positions) = (entries, positions);

    /// <summary>Gets the number of objects.</summary>
    public int Count => _entries.Count;

    /// <summary>Gets the clusters that objects are meant for, in order of appearance.</summary>
    public IEnumerable<string> Clusters => _entries.Select(e => e.Cluster).Distinct();

    /// <summary>Gets the objects in order.</summary>
    public IEnumerable<IResource> Resources => _entries.Select(e => e.Resource);

    /// <summary>Gets an object.</summary>
    /// <exception cref="KeyNotFoundException">There is none with this key.</exception>
    public IResource this[ResourceKey key] =>
        TryGet(key, out IResource? resource) ? resource : throw new KeyNotFoundException($"There is no {key} in the set.");

    /// <summary>Makes a set from objects that are meant for one cluster.</summary>
    /// <exception cref="ArgumentException">Two objects have the same key; all such keys are named.</exception>
    public static ResourceSet From(IEnumerable<IResource> resources, string cluster = "")
    {
        ArgumentNullException.ThrowIfNull(resources);
        return From(resources.Select(r => new ResourceEntry(r, cluster)));
    }

    /// <summary>Makes a set from objects and their clusters.</summary>
    /// <exception cref="ArgumentException">Two objects have the same key; all such keys are named.</exception>
    public static ResourceSet From(IEnumerable<ResourceEntry> entries) => Empty.AddRange(entries);

    /// <summary>Returns the set with one more object.</summary>
    /// <exception cref="ArgumentException">The set has an object with this key.</exception>
    public ResourceSet Add(IResource resource, string cluster = "") => AddRange([new ResourceEntry(resource, cluster)]);

    /// <summary>Returns the set with more objects.</summary>
    /// <exception cref="ArgumentException">Two objects have the same key; all such keys are named.</exception>
    public ResourceSet AddRange(IEnumerable<ResourceEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ImmutableList<ResourceEntry>.Builder all = _entries.ToBuilder();
        ImmutableDictionary<ResourceKey, int>.Builder positions = _positions.ToBuilder();
        List<ResourceKey> repeated = [];
        foreach (ResourceEntry entry in entries)
        {
            if (positions.TryAdd(entry.Key, all.Count))
            {
                all.Add(entry);
            }
            else
            {
                repeated.Add(entry.Key);
            }
        }

        return repeated.Count == 0
            ? new ResourceSet(all.ToImmutable(), positions.ToImmutable())
            : throw new ArgumentException($"The set has these objects already: {string.Join("; ", repeated.Distinct())}. Use With or Merge to replace them.", nameof(entries));
    }

    /// <summary>Returns the set with an object added, or put in the place of the one with its key.</summary>
    public ResourceSet With(IResource resource, string cluster = "") => Merge(Empty.Add(resource, cluster));

    /// <summary>Returns both sets as one; where both have a key, the other's object takes the place of this one's.</summary>
    public ResourceSet Merge(ResourceSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ImmutableList<ResourceEntry>.Builder all = _entries.ToBuilder();
        ImmutableDictionary<ResourceKey, int>.Builder positions = _positions.ToBuilder();
        foreach (ResourceEntry entry in other)
        {
            if (positions.TryGetValue(entry.Key, out int position))
            {
                all[position] = entry;
            }
            else
            {
                positions.Add(entry.Key, all.Count);
                all.Add(entry);
            }
        }

        return new ResourceSet(all.ToImmutable(), positions.ToImmutable());
    }

    /// <summary>Returns the objects that meet a condition.</summary>
    public ResourceSet Where(Func<ResourceEntry, bool> predicate) => From(_entries.Where(predicate));

    /// <summary>Returns the objects meant for a cluster.</summary>
    public ResourceSet ForCluster(string cluster) => Where(e => e.Cluster == cluster);

    /// <summary>Returns the set with every object of a type put through a function.</summary>
    /// <exception cref="ArgumentException">The function gave two objects the same key.</exception>
    public ResourceSet Select<T>(Func<T, T> change)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(change);
        return From(_entries.Select(e => e.Resource is T resource ? e with { Resource = change(resource) } : e));
    }

    /// <summary>Gets the objects of a type, in order.</summary>
    public IEnumerable<T> OfType<T>()
        where T : IResource => Resources.OfType<T>();

    /// <summary>Looks an object up.</summary>
    public bool TryGet(ResourceKey key, [NotNullWhen(true)] out IResource? resource)
    {
        resource = _positions.TryGetValue(key, out int position) ? _entries[position].Resource : null;
        return resource is not null;
    }

    /// <summary>Compares object by object and field by field with a later set.</summary>
    public ResourceSetDiff Diff(ResourceSet after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return new()
        {
            Added = after.Where(e => !_positions.ContainsKey(e.Key)),
            Removed = Where(e => !after._positions.ContainsKey(e.Key)),
            Changed = after
                .Where(e => TryGet(e.Key, out IResource? before) && !before.Equals(e.Resource))
                .Select(e => new ResourceChange(e.Key, this[e.Key], e.Resource))
                .ToEquatableList(),
        };
    }

    /// <inheritdoc/>
    public bool Equals(ResourceSet? other) => other is not null && _entries.SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ResourceSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<ResourceEntry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns the number of objects.</summary>
    public override string ToString() => $"{Count} objects";
}
