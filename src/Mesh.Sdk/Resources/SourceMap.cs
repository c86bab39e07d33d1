using System.Collections.Immutable;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Resources;

/// <summary>Where the fields of objects stand in the texts they were read from. Immutable.</summary>
public sealed class SourceMap
{
    /// <summary>A map that knows no place.</summary>
    public static readonly SourceMap Empty = new(ImmutableDictionary<ResourceKey, PositionTree>.Empty);

    private readonly ImmutableDictionary<ResourceKey, PositionTree> _trees;

    internal SourceMap(ImmutableDictionary<ResourceKey, PositionTree> trees) => _trees = trees;

    /// <summary>Gets the objects whose places are known.</summary>
    public IEnumerable<ResourceKey> Keys => _trees.Keys;

    /// <summary>Finds a field, or the nearest value around it that was written.</summary>
    /// <param name="key">The object. One that was read without a cluster is found for every cluster.</param>
    /// <param name="path">The field, such as <c>spec.trafficPolicy.outlierDetection</c>; empty for the object itself.</param>
    /// <returns>The place of the value; <see langword="null"/> if the object was not read from a text.</returns>
    public SourcePosition? Find(ResourceKey key, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _trees.TryGetValue(key, out PositionTree? tree) || _trees.TryGetValue(key with { Cluster = "" }, out tree)
            ? tree.Find(FieldPath.Split(path))
            : null;
    }

    /// <summary>Returns the places of both maps; where both know an object, the other's count.</summary>
    public SourceMap Merge(SourceMap other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(_trees.SetItems(other._trees));
    }

    /// <summary>Returns the number of objects.</summary>
    public override string ToString() => $"{_trees.Count} objects";
}
