using Mesh.Sdk.Codegen.Model;

namespace Mesh.Sdk.Codegen.Output;

/// <summary>Writes the list of kinds.</summary>
internal static class KindsEmitter
{
    public static string Emit(Area area, string name, IEnumerable<RecordType> kinds)
    {
        SourceText text = SourceText.File(area.Namespace, "Mesh.Sdk.Resources");
        Documentation.Summary(text, area.KindsSummary);
        text.Open($"public static class {name}");
        text.Line("/// <summary>Gets all of them, for reading.</summary>");
        text.Line("public static ResourceKinds All { get; } = new(");
        text.Line("[");
        text.Indented(() =>
        {
            foreach (RecordType kind in kinds)
            {
                text.Line($"{kind.Name}.Definition,");
            }
        });
        text.Line("]);");
        text.Close();
        return text.ToString();
    }
}
