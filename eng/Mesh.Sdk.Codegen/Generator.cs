using Mesh.Sdk.Codegen.Input;
using Mesh.Sdk.Codegen.MirrorMaker;
using Mesh.Sdk.Codegen.Model;
using Mesh.Sdk.Codegen.Output;

namespace Mesh.Sdk.Codegen;

/// <summary>Turns schemas into source files.</summary>
public static class Generator
{
    private const string ToolFolder = "eng/Mesh.Sdk.Codegen";

    /// <summary>Generates every file.</summary>
    public static IEnumerable<GeneratedFile> GenerateAll(Workspace workspace) =>
        Area.All.SelectMany(area => Generate(area, workspace))
            .Concat(CheckedSchema.All.Select(schema => Generate(schema, workspace)))
            .Concat(SettingsGenerator.Generate(workspace));

    /// <summary>Generates the files of an area.</summary>
    public static IEnumerable<GeneratedFile> Generate(Area area, Workspace workspace)
    {
        string tool = Path.Combine(workspace.Root, ToolFolder);
        SchemaSet schemas = area.Schema is { } schema
            ? DefinitionReader.Read(Path.Combine(tool, "Schemas", schema))
            : CrdReader.Read(area.Crds.Select(path => Path.Combine(workspace.Shared, path)), area.Version);
        NameTable table = area.Table is { } name ? NameTable.Read(Path.Combine(tool, "Tables", name)) : NameTable.Empty;
        if (area.Descriptions is { } descriptions)
        {
            table = table.WithDescriptions(Path.Combine(tool, "Tables", descriptions));
        }

        TypeModel model = new ModelBuilder(schemas, table, area.IsZeroUnset).Build();
        return Files(area, model).Select(file => new GeneratedFile($"{area.Folder}/{file.Name}.g.cs", file.Content));
    }

    private static GeneratedFile Generate(CheckedSchema schema, Workspace workspace) => new(
        schema.File,
        CheckedSchemaEmitter.Emit(
            schema.Crds.Select(path => Path.Combine(workspace.Shared, path)),
            CelTable.Read(Path.Combine(workspace.Root, ToolFolder, "Tables", schema.Cel)),
            schema.IsForAnyVersion));

    private static IEnumerable<(string Name, string Content)> Files(Area area, TypeModel model)
    {
        foreach (RecordType type in model.Records)
        {
            yield return (type.Name, RecordEmitter.Emit(area, type));
        }

        foreach (EnumType type in model.Enums)
        {
            yield return (type.Name, EnumEmitter.Emit(area, type));
        }

        if (model.Enums.Count > 0)
        {
            yield return ("EnumText", EnumTextEmitter.Emit(area, model.Enums));
        }

        if (area.KindsClass is { } kinds)
        {
            yield return (kinds, KindsEmitter.Emit(area, kinds, model.Records.Where(type => type.Kind is not null)));
        }
    }
}
