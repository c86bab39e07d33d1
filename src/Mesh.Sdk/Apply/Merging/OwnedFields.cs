using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Merging;

/// <summary>Which fields somebody owns who applies an object.</summary>
internal static class OwnedFields
{
    // Nobody owns what identifies an object or what only the server writes (k8s.io/apimachinery, managedfields, stripMeta).
    private static readonly FieldSet OfNobody = FieldSet.Of(
        false,
        [
            new("f:apiVersion", FieldSet.Leaf),
            new("f:kind", FieldSet.Leaf),
            new("f:metadata", FieldSet.Of(true, ServerFields.Names.Append("name").Append("namespace").Select(name => KeyValuePair.Create(FieldElement.Field(name), FieldSet.Leaf)))),
        ]);

    public static FieldSet Of(UntypedValue desired, MergeSchema schema) => Inside(desired, schema).Except(OfNobody);

    private static FieldSet Inside(UntypedValue value, MergeSchema schema) =>
        schema.IsLeaf(value) ? FieldSet.Leaf
        : value.Kind == UntypedKind.Map ? FieldSet.Of(false, value.Fields.Select(f => KeyValuePair.Create(FieldElement.Field(f.Key), OfField(f.Key, f.Value, schema))))
        : FieldSet.Of(false, value.Items.Select(item => OfItem(item, schema)));

    private static FieldSet OfField(string name, UntypedValue value, MergeSchema schema)
    {
        FieldSet inner = Inside(value, schema.Field(name));
        bool isMember = inner.IsMember || !schema.IsNamed(name) || value is { Kind: UntypedKind.Map, Fields.Count: 0 };
        return FieldSet.Of(isMember, inner.Children);
    }

    private static KeyValuePair<string, FieldSet> OfItem(UntypedValue item, MergeSchema list) =>
        new(FieldElement.Item(item, list) ?? "", FieldSet.Of(true, list.List == ListKind.Set ? [] : Inside(item, list.Items ?? MergeSchema.Unknown).Children));
}
