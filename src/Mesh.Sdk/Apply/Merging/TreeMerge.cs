using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Merging;

/// <summary>Lays a desired tree over a live one. What both have, the desired one decides; what only one has, stays.</summary>
internal static class TreeMerge
{
    public static UntypedValue Merge(UntypedValue live, UntypedValue desired, MergeSchema schema)
    {
        if (live.Kind != desired.Kind || schema.IsLeaf(desired))
        {
            return desired;
        }

        return desired.Kind == UntypedKind.Map
            ? UntypedValue.From(MergeFields(live.Fields, desired.Fields, schema))
            : UntypedValue.From(MergeItems(live.Items, desired.Items, schema));
    }

    private static UntypedFields MergeFields(UntypedFields live, UntypedFields desired, MergeSchema schema) => new(
        live.Select(f => desired[f.Key] is { } wanted ? KeyValuePair.Create(f.Key, Merge(f.Value, wanted, schema.Field(f.Key))) : f)
            .Concat(desired.Where(f => live[f.Key] is null)));

    private static EquatableList<UntypedValue> MergeItems(EquatableList<UntypedValue> live, EquatableList<UntypedValue> desired, MergeSchema schema) =>
        new ListMerge(live, desired, schema).Merge().ToEquatableList();
}
