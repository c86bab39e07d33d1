using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>Answers whether a value fits a schema, for choices between schemas.</summary>
internal static class SchemaMatching
{
    public static bool Fits(SchemaNode node, UntypedValue value) =>
        HasType(node, value)
        && node.Required.All(value.Has)
        && (node.Not is null || !Fits(node.Not, value))
        && node.All.All(choice => Fits(choice, value))
        && (node.Any.Length == 0 || node.Any.Any(choice => Fits(choice, value)))
        && (node.One.Length == 0 || node.One.Count(choice => Fits(choice, value)) == 1)
        && node.Fields.All(field => value.Field(field.Key) is not { } fieldValue || Fits(field.Value, fieldValue));

    public static bool HasType(SchemaNode node, UntypedValue value) => node.Type switch
    {
        _ when value.Kind == UntypedKind.Null && node.IsNullable => true,
        "object" => value.Kind == UntypedKind.Map,
        "array" => value.Kind == UntypedKind.List,
        "string" => value.Kind == UntypedKind.String,
        "boolean" => value.Kind == UntypedKind.Boolean,
        "number" => value.Kind == UntypedKind.Number,
        "integer" => value.IsWhole(),
        "intOrString" => value.Kind == UntypedKind.String || value.IsWhole(),
        _ => true,
    };

    /// <summary>Gets the length of a text as the API server counts it.</summary>
    public static int LengthOf(string text) => text.EnumerateRunes().Count();

    /// <summary>Gets the fields that choices speak of, in order.</summary>
    public static IEnumerable<string> FieldsOf(IEnumerable<SchemaNode> choices) =>
        choices.SelectMany(choice => choice.Required).Distinct(StringComparer.Ordinal);
}
