using Mesh.Sdk.Codegen.Model;

namespace Mesh.Sdk.Codegen.Output;

/// <summary>Writes an enum.</summary>
internal static class EnumEmitter
{
    public static string Emit(Area area, EnumType type)
    {
        SourceText text = SourceText.File(area.Namespace);
        Documentation.Summary(text, type.Summary);
        text.Open($"public enum {type.Name}");
        foreach (EnumMember member in type.Members)
        {
            text.Blank();
            Documentation.Summary(text, $"{member.Summary ?? "The value"}{(member.Summary is null ? $" <c>{member.Text}</c>." : $" Written <c>{member.Text}</c>.")}");
            text.Line($"{member.Name},");
        }

        text.Close();
        return text.ToString();
    }
}
