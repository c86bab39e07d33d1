using Mesh.Sdk.Codegen.Model;

namespace Mesh.Sdk.Codegen.Output;

/// <summary>Writes the method that writes a record.</summary>
internal static class WriteEmitter
{
    public static void Emit(SourceText text, RecordType type)
    {
        text.Blank();
        text.Line("/// <inheritdoc/>");
        text.Open("public void WriteTo(ResourceWriter writer)");
        text.Line("ArgumentNullException.ThrowIfNull(writer);");
        text.Line("writer.BeginMap();");
        if (type.Kind is not null)
        {
            text.Line("writer.TypeMeta(Definition);");
            text.Line("writer.Field(\"metadata\"u8, Metadata);");
        }

        foreach (Property property in type.Properties)
        {
            text.Line($"writer.Field(\"{property.Field}\"u8, {Value(property)});");
        }

        text.Line("writer.Fields(UnknownFields);");
        text.Line("writer.EndMap();");
        text.Close();
    }

    private static string Value(Property property) => property.Type switch
    {
        { Shape: Shape.String } when property.IsNeverNull => $"{property.Name} is \"\" ? null : {property.Name}",
        { Shape: Shape.Boolean } when property.IsNeverNull => $"{property.Name} ? true : default(bool?)",
        { Shape: Shape.Double } when property.IsNeverNull => $"{property.Name} == 0 ? default(double?) : {property.Name}",
        // 0 is a value that Istio tells from an absent one: a Unix socket of a gateway has the port number 0.
        { Shape: Shape.Enum } => $"{property.Name}, EnumText.Of",
        { IsCollection: true, Item: { Shape: not (Shape.String or Shape.Record or Shape.Untyped or Shape.IntOrString) } item } =>
            $"{property.Name}, static (writer, item) => {Item(item)}",
        _ => property.Name,
    };

    private static string Item(TypeReference type) => type.Shape switch
    {
        Shape.Enum => "writer.Value(item, EnumText.Of)",
        Shape.String or Shape.Int32 or Shape.Int64 or Shape.Double or Shape.Boolean => "writer.Value(item)",
        Shape.Record => "item.WriteTo(writer)",
        Shape.List => $"writer.Items(item, static (writer, item) => {Item(type.Item!)})",
        _ => throw new NotSupportedException($"Collections of {type.Shape} are not supported."),
    };
}
