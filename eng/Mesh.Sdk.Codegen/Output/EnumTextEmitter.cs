using Mesh.Sdk.Codegen.Model;

namespace Mesh.Sdk.Codegen.Output;

/// <summary>Writes the tables between enums and their texts.</summary>
internal static class EnumTextEmitter
{
    public static string Emit(Area area, IReadOnlyList<EnumType> types)
    {
        SourceText text = SourceText.File(area.Namespace);
        text.Line("/// <summary>The texts of enums in manifests.</summary>");
        text.Open("internal static class EnumText");
        foreach (EnumType type in types)
        {
            text.Blank();
            text.Line($"public const string {type.Name}Texts = \"{string.Join(", ", type.Members.Select(member => member.Text.Length == 0 ? "''" : member.Text))}\";");
        }

        foreach (EnumType type in types)
        {
            EmitParse(text, type);
            EmitText(text, type);
        }

        text.Close();
        return text.ToString();
    }

    private static void EmitParse(SourceText text, EnumType type)
    {
        text.Blank();
        text.Open($"public static {type.Name}? Parse{type.Name}(string text) => text switch");
        foreach (EnumMember member in type.Members)
        {
            text.Line($"\"{member.Text}\" => {type.Name}.{member.Name},");
        }

        text.Line("_ => null,");
        text.Close("};");
    }

    private static void EmitText(SourceText text, EnumType type)
    {
        text.Blank();
        text.Open($"public static string? Of({type.Name} value) => value switch");
        foreach (EnumMember member in type.Members)
        {
            text.Line($"{type.Name}.{member.Name} => \"{member.Text}\",");
        }

        text.Line("_ => null,");
        text.Close("};");
    }
}
