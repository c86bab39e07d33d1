using System.Globalization;

namespace Mesh.Sdk.Resources;

/// <summary>Reads and changes values deep inside a tree. The tree itself stays as it is.</summary>
internal static class UntypedEdits
{
    /// <summary>Gets the value at a place; <see langword="null"/> if there is none.</summary>
    public static UntypedValue? Find(this UntypedValue tree, ReadOnlySpan<string> path)
    {
        UntypedValue? value = tree;
        foreach (string segment in path)
        {
            value = value?.Kind switch
            {
                UntypedKind.Map => value.Fields[segment],
                UntypedKind.List => IndexIn(value, segment) is { } index ? value.Items[index] : null,
                _ => null,
            };
        }

        return value;
    }

    /// <summary>Returns the tree with a value put at a place. Maps on the way are made; list items are not.</summary>
    public static UntypedValue Put(this UntypedValue tree, ReadOnlySpan<string> path, UntypedValue value)
    {
        if (path.IsEmpty)
        {
            return value;
        }

        string segment = path[0];
        switch (tree.Kind)
        {
            case UntypedKind.Map:
            case UntypedKind.Null:
                UntypedValue inner = tree.Fields[segment] ?? UntypedValue.From(default(UntypedFields));
                return UntypedValue.From(tree.Fields.With(segment, inner.Put(path[1..], value)));
            case UntypedKind.List when IndexIn(tree, segment) is { } index:
                UntypedValue[] items = [.. tree.Items];
                items[index] = items[index].Put(path[1..], value);
                return UntypedValue.From(items.ToEquatableList());
            default:
                return tree;
        }
    }

    /// <summary>Returns the tree without the field at a place. Items of lists are not removed.</summary>
    public static UntypedValue Cut(this UntypedValue tree, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty || tree.Find(path[..^1]) is not { Kind: UntypedKind.Map } parent || parent.Fields[path[^1]] is null)
        {
            return tree;
        }

        return tree.Put(path[..^1], UntypedValue.From(parent.Fields.Without(path[^1])));
    }

    private static int? IndexIn(UntypedValue list, string segment) =>
        int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < list.Items.Count ? index : null;
}
