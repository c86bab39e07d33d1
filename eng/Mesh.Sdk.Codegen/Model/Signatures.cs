using Mesh.Sdk.Codegen.Input;

namespace Mesh.Sdk.Codegen.Model;

/// <summary>Compares schemas by the types they become: bounds, sizes of whole numbers and what is required don't count.</summary>
internal static class Signatures
{
    public static string Of(Schema schema) =>
        schema.IsRecord ? $"{{{string.Join(',', schema.Properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{Of(p.Value)}"))}}}"
        : schema.IsEnum ? $"<{string.Join('|', schema.Enum.Order(StringComparer.Ordinal))}>"
        : schema.Items is { } items ? $"[{Of(items)}]"
        : schema.Values is { } values ? $"map[{Of(values)}]"
        : schema.Reference ?? (schema.Type == "integer" ? schema.Type : Scalars.ShapeOf(schema).ToString());
}
