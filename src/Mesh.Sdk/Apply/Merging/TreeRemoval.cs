using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Merging;

/// <summary>Takes fields and items out of a tree.</summary>
internal static class TreeRemoval
{
    /// <summary>Returns the tree without the members of a set, and without what that leaves empty.</summary>
    public static UntypedValue Remove(UntypedValue tree, FieldSet members, MergeSchema schema) =>
        RemoveInside(tree, members, schema) ?? UntypedValue.From(default(UntypedFields));

    private static UntypedValue? RemoveInside(UntypedValue value, FieldSet members, MergeSchema schema)
    {
        if (members.Children.Count == 0 || schema.IsLeaf(value))
        {
            return value;
        }

        if (value.Kind == UntypedKind.Map)
        {
            KeyValuePair<string, UntypedValue>[] fields = [.. Left(value.Fields, f => (FieldElement.Field(f.Key), f.Value, schema.Field(f.Key)), members).Select(l => KeyValuePair.Create(l.Of.Key, l.Value))];
            return fields.Length == 0 ? null : UntypedValue.From(new UntypedFields(fields));
        }

        MergeSchema item = schema.Items ?? MergeSchema.Unknown;
        UntypedValue[] items = [.. Left(value.Items, i => (FieldElement.Item(i, schema) ?? "", i, item), members).Select(l => l.Value)];
        return items.Length == 0 ? null : UntypedValue.From(items.ToEquatableList());
    }

    private static IEnumerable<(T Of, UntypedValue Value)> Left<T>(IEnumerable<T> parts, Func<T, (string Element, UntypedValue Value, MergeSchema Schema)> describe, FieldSet members)
    {
        foreach (T part in parts)
        {
            (string element, UntypedValue value, MergeSchema schema) = describe(part);
            FieldSet? inner = members.Child(element);
            if (inner is null)
            {
                yield return (part, value);
            }
            else if (!inner.IsMember && RemoveInside(value, inner, schema) is { } rest)
            {
                yield return (part, rest);
            }
        }
    }
}
