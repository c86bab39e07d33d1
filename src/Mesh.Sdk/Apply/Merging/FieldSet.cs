using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Merging;

/// <summary>Fields of an object that a manager owns, as <c>metadata.managedFields</c> has them. Immutable.</summary>
public sealed class FieldSet : IEquatable<FieldSet>
{
    /// <summary>No fields.</summary>
    public static readonly FieldSet Empty = new(false, []);

    internal static readonly FieldSet Leaf = new(true, []);

    private readonly SortedList<string, FieldSet> _children;

    private FieldSet(bool isMember, SortedList<string, FieldSet> children) => (IsMember, _children) = (isMember, children);

    /// <summary>Gets whether no field is owned.</summary>
    public bool IsEmpty => !IsMember && _children.Count == 0;

    /// <summary>Gets the owned fields as paths, such as <c>spec.ports[port=80,protocol="TCP"].name</c>, in ordinal order of their steps.</summary>
    public IEnumerable<string> Paths => PathsFrom("");

    /// <summary>Gets whether the place itself is owned, and not only something inside it.</summary>
    internal bool IsMember { get; }

    /// <summary>Gets what is owned below, by the step that leads there.</summary>
    internal IReadOnlyDictionary<string, FieldSet> Children => _children;

    /// <summary>Reads a set from the <c>fieldsV1</c> of a manager.</summary>
    public static FieldSet FromFieldsV1(UntypedValue fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return Of(false, Read(fields));
    }

    /// <summary>Returns the set as <c>fieldsV1</c>.</summary>
    public UntypedValue ToFieldsV1()
    {
        IEnumerable<KeyValuePair<string, UntypedValue>> children = _children.Select(c => KeyValuePair.Create(c.Key, c.Value.ToFieldsV1()));
        return UntypedValue.From(new UntypedFields(IsMember && _children.Count > 0 ? children.Prepend(new(".", UntypedValue.From(default(UntypedFields)))) : children));
    }

    /// <inheritdoc/>
    public bool Equals(FieldSet? other) =>
        other is not null
        && IsMember == other.IsMember
        && _children.Count == other._children.Count
        && _children.All(c => c.Value.Equals(other.Child(c.Key)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FieldSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _children.Keys.Aggregate(IsMember ? 1 : 0, HashCode.Combine);

    /// <summary>Returns the paths.</summary>
    public override string ToString() => string.Join(", ", Paths);

    internal static FieldSet Of(bool isMember, IEnumerable<KeyValuePair<string, FieldSet>> children)
    {
        SortedList<string, FieldSet> sorted = new(StringComparer.Ordinal);
        foreach ((string element, FieldSet child) in children)
        {
            if (!child.IsEmpty)
            {
                sorted[element] = child;
            }
        }

        return sorted.Count > 0 ? new(isMember, sorted) : isMember ? Leaf : Empty;
    }

    internal FieldSet? Child(string element) => _children.GetValueOrDefault(element);

    /// <summary>Returns what is in this set or the other.</summary>
    internal FieldSet Union(FieldSet other) => Of(
        IsMember || other.IsMember,
        _children.Select(c => KeyValuePair.Create(c.Key, other.Child(c.Key) is { } theirs ? c.Value.Union(theirs) : c.Value))
            .Concat(other._children.Where(c => !_children.ContainsKey(c.Key))));

    /// <summary>Returns what is in this set but not in the other.</summary>
    internal FieldSet Except(FieldSet other) => Of(
        IsMember && !other.IsMember,
        _children.Select(c => KeyValuePair.Create(c.Key, other.Child(c.Key) is { } theirs ? c.Value.Except(theirs) : c.Value)));

    /// <summary>Returns the set with every field on the way to one of its fields, items of lists and data keys left out.</summary>
    internal FieldSet WithParents(MergeSchema schema) => Of(
        IsMember,
        _children.Select(c =>
        {
            bool isField = c.Key[0] == 'f';
            FieldSet inner = c.Value.WithParents(isField ? schema.Field(c.Key[2..]) : schema.Items ?? MergeSchema.Unknown);
            return KeyValuePair.Create(c.Key, isField && schema.IsNamed(c.Key[2..]) ? Of(true, inner._children) : inner);
        }));

    private static IEnumerable<KeyValuePair<string, FieldSet>> Read(UntypedValue fields)
    {
        foreach ((string element, UntypedValue inner) in (IEnumerable<KeyValuePair<string, UntypedValue>>)fields.Fields)
        {
            if (element.Length > 2)
            {
                yield return new(element, Of(inner.Fields.Count == 0 || inner.Fields["."] is not null, Read(inner)));
            }
        }
    }

    private IEnumerable<string> PathsFrom(string path) => _children.SelectMany(c =>
    {
        string inner = FieldElement.Append(path, c.Key);
        return c.Value.IsMember ? c.Value.PathsFrom(inner).Prepend(inner) : c.Value.PathsFrom(inner);
    });
}
