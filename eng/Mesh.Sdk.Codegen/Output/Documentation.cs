using System.Globalization;
using Mesh.Sdk.Codegen.Input;
using Mesh.Sdk.Codegen.Model;

namespace Mesh.Sdk.Codegen.Output;

/// <summary>Writes documentation comments from our descriptions and the facts of the schema.</summary>
internal static class Documentation
{
    public static void Summary(SourceText text, string summary) => text.Line($"/// <summary>{summary}</summary>");

    public static void Type(SourceText text, RecordType type)
    {
        Summary(text, type.Summary);
        foreach (Union union in type.Unions)
        {
            string fields = string.Join(", ", union.Fields.Select(field => $"<see cref=\"{type.Properties.First(p => p.Field == field).Name}\"/>"));
            text.Line($"/// <remarks>{(union.IsOptional ? "At most" : "Exactly")} one of {fields} is set.</remarks>");
        }
    }

    public static void Property(SourceText text, Property property)
    {
        Summary(text, SummaryOf(property));
        if (string.Join(' ', Facts(property)) is { Length: > 0 } facts)
        {
            text.Line($"/// <value>{facts}</value>");
        }

        text.Line($"/// <remarks>Field <c>{property.Path}</c> of {property.Owner}.</remarks>");
    }

    private static string SummaryOf(Property property)
    {
        if ((property.Entry.Summary ?? property.Schema.Description) is { } summary)
        {
            return $"Gets {summary}{(summary.EndsWith('.') ? "" : ".")}";
        }

        string words = Identifiers.Words(property.Field);
        return property.Type.Shape != Shape.Boolean ? $"Gets the {words}."
            : words.EndsWith("ed", StringComparison.Ordinal) && !words.Contains(' ', StringComparison.Ordinal) ? $"Gets whether this is {words}."
            : $"Gets whether to {words}.";
    }

    private static IEnumerable<string> Facts(Property property)
    {
        Schema schema = property.Schema;
        Schema item = schema.Items ?? schema.Values ?? schema;
        if (property.IsRequired)
        {
            yield return "Required.";
        }

        if (schema.IsDuration && schema.Format != "duration")
        {
            yield return "At least 1 ms.";
        }

        if (property.Type.Shape == Shape.Untyped)
        {
            yield return "Any value.";
        }

        if (item.Format == "byte")
        {
            yield return "Base64 text.";
        }

        if (Range(item.Value, "") is { } range)
        {
            yield return item == schema ? $"{range}." : $"Values: {range}.";
        }

        if (Range(item.Length, " characters") is { } length)
        {
            yield return item == schema ? $"{length}." : $"Items: {length}.";
        }

        if (Range(schema.Count, schema.Values is null ? " items" : " entries") is { } count)
        {
            yield return $"{count}.";
        }

        if (item.Pattern is { } pattern)
        {
            yield return $"Pattern <c>{Escape(pattern)}</c>.";
        }

        if ((property.Entry.Default ?? schema.Default) is { } text)
        {
            yield return $"{(property.Type.IsCollection ? "Unset" : "<see langword=\"null\"/>")} leaves the platform default, {text}.";
        }

        if (property.Entry.IsDeprecated)
        {
            yield return "Deprecated.";
        }
    }

    private static string? Range(Bounds bounds, string unit) => bounds switch
    {
        { Minimum: { } low, Maximum: { } high } => $"{Number(low)} to {Number(high)}{unit}",
        { Minimum: { } low } => $"At least {Number(low)}{unit}",
        { Maximum: { } high } => $"At most {Number(high)}{unit}",
        _ => null,
    };

    private static string Number(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
