using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Merging;

/// <summary>Compares two trees down to the smallest parts that differ, items of lists found by their keys.</summary>
internal static class FieldDiff
{
    public static IEnumerable<FieldChange> Between(UntypedValue? before, UntypedValue? after, MergeSchema schema) => Between("", before, after, schema);

    private static IEnumerable<FieldChange> Between(string path, UntypedValue? before, UntypedValue? after, MergeSchema schema) => (before, after) switch
    {
        ({ Kind: UntypedKind.Map }, { Kind: UntypedKind.Map }) when !schema.IsAtomicMap => BetweenFields(path, before.Fields, after.Fields, schema),
        ({ Kind: UntypedKind.List }, { Kind: UntypedKind.List }) when schema.List != ListKind.Atomic => BetweenItems(path, before, after, schema),
        _ => Equals(before, after) ? [] : [new FieldChange(path, before, after)],
    };

    private static IEnumerable<FieldChange> BetweenFields(string path, UntypedFields before, UntypedFields after, MergeSchema schema) =>
        before.Select(f => f.Key)
            .Union(after.Select(f => f.Key))
            .SelectMany(name => Between(FieldElement.Append(path, FieldElement.Field(name)), before[name], after[name], schema.Field(name)));

    private static FieldChange[] BetweenItems(string path, UntypedValue before, UntypedValue after, MergeSchema schema)
    {
        Dictionary<string, UntypedValue> old = ByElement(before, schema);
        Dictionary<string, UntypedValue> young = ByElement(after, schema);
        FieldChange[] changes =
        [
            .. old.Keys.Union(young.Keys).SelectMany(element => Between(
                FieldElement.Append(path, element),
                old.GetValueOrDefault(element),
                young.GetValueOrDefault(element),
                schema.Items ?? MergeSchema.Unknown)),
        ];
        return changes.Length > 0 || before.Equals(after) ? changes : [new(path, before, after)];
    }

    private static Dictionary<string, UntypedValue> ByElement(UntypedValue list, MergeSchema schema) =>
        list.Items.Select((item, i) => (Element: FieldElement.Item(item, schema) ?? $"i:{i}", item))
            .DistinctBy(i => i.Element)
            .ToDictionary(i => i.Element, i => i.item, StringComparer.Ordinal);
}
