using Mesh.Sdk.Codegen.Model;

namespace Mesh.Sdk.Codegen.Output;

/// <summary>Writes a record: its properties, how it is read and how it is written.</summary>
internal static class RecordEmitter
{
    public static string Emit(Area area, RecordType type)
    {
        SourceText text = SourceText.File(area.Namespace, "Mesh.Sdk.Resources");
        Documentation.Type(text, type);
        string partial = type.IsPartial ? "partial " : "";
        text.Open($"public sealed {partial}record {type.Name} : {(type.Kind is null ? "IResourceValue" : "IResource")}");
        if (type.Kind is { } kind)
        {
            KindEmitter.EmitHead(text, type, kind);
        }

        foreach (Property property in type.Properties)
        {
            EmitProperty(text, type, property);
        }

        text.Blank();
        text.Line("/// <summary>Gets fields that the schema does not know.</summary>");
        text.Line("public UntypedFields UnknownFields { get; init; }");
        ReadEmitter.Emit(text, area, type);
        WriteEmitter.Emit(text, type);
        if (type.Kind is not null)
        {
            KindEmitter.EmitTail(text);
        }

        text.Close();
        return text.ToString();
    }

    private static void EmitProperty(SourceText text, RecordType type, Property property)
    {
        if (property.Name == type.Name)
        {
            throw new InvalidDataException($"The property {type.Name}.{property.Field} needs another name than its type.");
        }

        text.Blank();
        Documentation.Property(text, property);
        string required = property.IsRequired ? "required " : "";
        string mark = property.IsNeverNull || property.Type.IsCollection ? "" : "?";
        text.Line($"public {required}{property.Type.Text}{mark} {property.Name} {{ get; init; }}");
    }
}
