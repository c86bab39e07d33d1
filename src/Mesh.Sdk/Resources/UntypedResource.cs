namespace Mesh.Sdk.Resources;

/// <summary>An object of a kind that the SDK has no type for. Nothing of it is lost.</summary>
public sealed record UntypedResource : IResource
{
    /// <inheritdoc/>
    public required ResourceKind Type { get; init; }

    /// <inheritdoc/>
    public required ObjectMeta Metadata { get; init; }

    /// <summary>Gets all fields but <c>apiVersion</c>, <c>kind</c> and <c>metadata</c>.</summary>
    public UntypedFields Fields { get; init; }

    /// <summary>Reads an object of any kind.</summary>
    /// <param name="node">The whole object.</param>
    /// <param name="type">What its <c>apiVersion</c> and <c>kind</c> say.</param>
    public static UntypedResource Read(ResourceNode node, ResourceKind type)
    {
        ObjectMeta metadata = new();
        UntypedFieldsBuilder fields = default;
        foreach (ResourceField field in node.ReadFields())
        {
            switch (field.Name)
            {
                case "apiVersion" or "kind":
                    break;
                case "metadata":
                    metadata = ObjectMeta.Read(field.Value);
                    break;
                default:
                    fields.Add(field);
                    break;
            }
        }

        return new() { Type = type, Metadata = metadata, Fields = fields.Build() };
    }

    /// <inheritdoc/>
    public IResource WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };

    /// <inheritdoc/>
    public void WriteTo(ResourceWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.BeginMap();
        writer.TypeMeta(Type);
        writer.Field("metadata"u8, Metadata);
        writer.Fields(Fields);
        writer.EndMap();
    }

    /// <summary>Returns kind, namespace and name.</summary>
    public override string ToString() => ResourceKey.Of(this).ToString();
}
