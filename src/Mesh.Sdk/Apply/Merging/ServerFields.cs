using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Merging;

/// <summary>What the server writes into an object and nobody desires.</summary>
internal static class ServerFields
{
    /// <summary>Gets the fields of <c>metadata</c> that only the server writes.</summary>
    public static readonly string[] Names = ["creationTimestamp", "selfLink", "uid", "clusterName", "generation", "managedFields", "resourceVersion"];

    /// <summary>Returns an object as somebody desires it: without status, without what the server writes, without nulls.</summary>
    public static UntypedValue Without(UntypedValue tree)
    {
        UntypedFields fields = tree.Fields.Without("status");
        if (fields["metadata"] is { Kind: UntypedKind.Map } metadata)
        {
            fields = fields.With("metadata", UntypedValue.From(new UntypedFields(metadata.Fields.Where(f => !Names.Contains(f.Key)))));
        }

        return WithoutNulls(UntypedValue.From(fields));
    }

    private static UntypedValue WithoutNulls(UntypedValue value) => value.Kind switch
    {
        UntypedKind.Map => UntypedValue.From(new UntypedFields(value.Fields
            .Where(f => f.Value.Kind != UntypedKind.Null)
            .Select(f => KeyValuePair.Create(f.Key, WithoutNulls(f.Value))))),
        UntypedKind.List => UntypedValue.From(value.Items.Select(WithoutNulls).ToEquatableList()),
        _ => value,
    };
}
