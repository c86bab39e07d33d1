using Mesh.Sdk.Codegen.Model;

namespace Mesh.Sdk.Codegen.Output;

/// <summary>Writes the method that reads a record.</summary>
internal static class ReadEmitter
{
    public static void Emit(SourceText text, Area area, RecordType type)
    {
        text.Blank();
        text.Line(type.Kind is null ? "/// <summary>Reads the value of a field.</summary>" : "/// <summary>Reads a whole object.</summary>");
        text.Open($"public static {type.Name} Read(ResourceNode node)");
        if (type.Kind is not null)
        {
            text.Line("ObjectMeta? metadata = null;");
        }

        foreach (Property property in type.Properties)
        {
            text.Line(property.Type.IsCollection
                ? $"{property.Type.Text} {Local(property)} = default;"
                : $"{property.Type.Text}? {Local(property)} = null;");
        }

        text.Line("UntypedFieldsBuilder unknown = default;");
        text.Open("foreach (ResourceField field in node.ReadFields())");
        text.Open("switch (field.Name)");
        if (type.Kind is not null)
        {
            Case(text, "\"apiVersion\" or \"kind\"", null);
            Case(text, "\"metadata\"", "metadata = field.Value.ReadObject(ObjectMeta.Read);");
        }

        foreach (Property property in type.Properties)
        {
            Case(text, $"\"{property.Field}\"", $"{Local(property)} = {Expression("field.Value", Qualified(area, type, property.Type))};");
        }

        text.Line("default:");
        text.Indented(() =>
        {
            text.Line("unknown.Add(field);");
            text.Line("break;");
        });
        text.Close();
        text.Close();
        text.Blank();
        EmitResult(text, type);
        text.Close();
    }

    private static void EmitResult(SourceText text, RecordType type)
    {
        text.Line("return new()");
        text.Line("{");
        text.Indented(() =>
        {
            if (type.Kind is not null)
            {
                text.Line("Metadata = metadata ?? new(),");
            }

            foreach (Property property in type.Properties)
            {
                string zero = !property.IsNeverNull ? "" : property.Type.Shape switch
                {
                    Shape.String => " ?? \"\"",
                    Shape.Boolean => " ?? false",
                    _ => " ?? 0",
                };
                text.Line($"{property.Name} = {Local(property)}{zero},");
            }

            text.Line("UnknownFields = unknown.Build(),");
        });
        text.Line("};");
    }

    private static void Case(SourceText text, string pattern, string? statement)
    {
        text.Line($"case {pattern}:");
        text.Indented(() =>
        {
            if (statement is not null)
            {
                text.Line(statement);
            }

            text.Line("break;");
        });
    }

    private static string Local(Property property) => Identifiers.Local(property.Name);

    /// <summary>A property that has the name of another type would hide that type.</summary>
    private static TypeReference Qualified(Area area, RecordType owner, TypeReference type) => type switch
    {
        { Item: { } item } => type with { Item = Qualified(area, owner, item) },
        { Shape: Shape.Record } when owner.Properties.Any(p => p.Name == type.Name && p.Type.Text != type.Name) => type with { Name = $"{area.Namespace}.{type.Name}" },
        _ => type,
    };

    private static string Expression(string node, TypeReference type) => type.Shape switch
    {
        Shape.String => $"{node}.ReadString()",
        Shape.Int32 => $"{node}.ReadInt32()",
        Shape.Int64 => $"{node}.ReadInt64()",
        Shape.Double => $"{node}.ReadDouble()",
        Shape.Boolean => $"{node}.ReadBoolean()",
        Shape.Duration => $"{node}.ReadDuration()",
        Shape.Time => $"{node}.ReadTime()",
        Shape.IntOrString => $"{node}.ReadIntOrString()",
        Shape.Untyped => $"{node}.ReadUntyped()",
        Shape.Enum => $"{node}.ReadEnum(EnumText.Parse{type.Name}, EnumText.{type.Name}Texts)",
        Shape.List when type.Item!.Shape == Shape.String => $"{node}.ReadStrings()",
        Shape.Map when type.Item!.Shape == Shape.String => $"{node}.ReadStringMap()",
        Shape.List => $"{node}.ReadList({Item(type.Item!)})",
        Shape.Map => $"{node}.ReadMap({Item(type.Item!)})",
        _ => $"{node}.ReadObject({type.Name}.Read)",
    };

    private static string Item(TypeReference type) => type.Shape switch
    {
        Shape.Record => $"{type.Name}.Read",
        Shape.Untyped or Shape.List or Shape.Map => $"static item => {Expression("item", type)}",
        Shape.String => $"static item => {Expression("item", type)} ?? \"\"",
        _ => $"static item => {Expression("item", type)} ?? default",
    };
}
