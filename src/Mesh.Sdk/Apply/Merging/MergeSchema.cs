using System.Collections.Frozen;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Merging;

/// <summary>How a value is merged. What is not said is the default: maps field by field, lists as a whole.</summary>
internal sealed record MergeSchema
{
    /// <summary>A value of which nothing is said.</summary>
    public static readonly MergeSchema Unknown = new();

    /// <summary>A list or map that is replaced as a whole.</summary>
    public static readonly MergeSchema Atomic = new() { IsAtomicMap = true };

    /// <summary>Gets whether a map has one owner.</summary>
    public bool IsAtomicMap { get; init; }

    /// <summary>Gets how a list is merged.</summary>
    public ListKind List { get; init; }

    /// <summary>Gets the fields that tell the items of a list apart, with the values they have where they are not given.</summary>
    public EquatableList<KeyValuePair<string, UntypedValue?>> Keys { get; init; }

    /// <summary>Gets the fields of a map that something is said of.</summary>
    public FrozenDictionary<string, MergeSchema> Fields { get; init; } = FrozenDictionary<string, MergeSchema>.Empty;

    /// <summary>Gets what holds for the items of a list, and for the values of a map whose keys are data.</summary>
    public MergeSchema? Items { get; init; }

    /// <summary>Gets whether the keys of a map that are not in <see cref="Fields"/> are data, such as the names of labels.</summary>
    public bool HasDataKeys { get; init; }

    /// <summary>Returns what holds for a field.</summary>
    public MergeSchema Field(string name) => Fields.GetValueOrDefault(name) ?? (HasDataKeys ? Items : null) ?? Unknown;

    /// <summary>Tells whether a field is part of the schema and not data.</summary>
    public bool IsNamed(string name) => !HasDataKeys || Fields.ContainsKey(name);

    /// <summary>Tells whether a value has one owner.</summary>
    public bool IsLeaf(UntypedValue value) => value.Kind switch
    {
        UntypedKind.Map => IsAtomicMap,
        UntypedKind.List => List == ListKind.Atomic,
        _ => true,
    };
}
