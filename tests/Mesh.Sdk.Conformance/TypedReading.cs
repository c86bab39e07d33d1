using System.Text.Json;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Conformance;

/// <summary>Reads JSON values of vectors into typed resources and small values.</summary>
internal static class TypedReading
{
    /// <summary>Reads a fragment; <see langword="null"/> for <c>null</c>.</summary>
    /// <exception cref="FormatException">The fragment does not fit its type.</exception>
    public static T? ReadTyped<T>(this JsonElement element, Func<ResourceNode, T> read)
        where T : class
    {
        T? value = element.ReadTyped(read, out IReadOnlyList<Diagnostic> findings);
        return findings.Count == 0 ? value : throw new FormatException(string.Join(" ", findings));
    }

    /// <summary>Reads a fragment as far as it fits its type; <see langword="null"/> for <c>null</c>.</summary>
    public static T? ReadTyped<T>(this JsonElement element, Func<ResourceNode, T> read, out IReadOnlyList<Diagnostic> findings)
        where T : class
    {
        if (element.ValueKind == JsonValueKind.Null)
        {
            findings = [];
            return null;
        }

        NodeDocument document = new("", "vector", ReadLimits.Default);
        Fill(document, element);
        T value = read(document.Root);
        findings = document.Diagnostics;
        return value;
    }

    /// <summary>Gets a text; <see langword="null"/> for <c>null</c>.</summary>
    public static string? TextOrNull(this JsonElement element) => element.GetString();

    /// <summary>Gets a text that must be there.</summary>
    public static string Text(this JsonElement element) => element.GetString() ?? throw new FormatException("A text is missing.");

    /// <summary>Gets a map of texts.</summary>
    public static EquatableMap<string> TextMap(this JsonElement element) =>
        element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.Text())).ToEquatableMap();

    /// <summary>Gets a list of texts.</summary>
    public static EquatableList<string> TextList(this JsonElement element) =>
        element.EnumerateArray().Select(item => item.Text()).ToEquatableList();

    /// <summary>Gets a property that must be there.</summary>
    /// <exception cref="FormatException">It is not there.</exception>
    public static JsonElement Required(this JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out JsonElement value)
            ? value
            : throw new FormatException($"The property '{property}' is missing.");

    /// <summary>Gets a property that may be absent or <c>null</c>.</summary>
    public static JsonElement? Optional(this JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static void Fill(NodeDocument document, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                document.Begin(UntypedKind.Map, 1, 1);
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    document.Name(property.Name);
                    Fill(document, property.Value);
                }

                document.End();
                break;
            case JsonValueKind.Array:
                document.Begin(UntypedKind.List, 1, 1);
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Fill(document, item);
                }

                document.End();
                break;
            default:
                FillScalar(document, element);
                break;
        }
    }

    private static void FillScalar(NodeDocument document, JsonElement element)
    {
        UntypedKind kind = element.ValueKind switch
        {
            JsonValueKind.String => UntypedKind.String,
            JsonValueKind.Number => UntypedKind.Number,
            JsonValueKind.True or JsonValueKind.False => UntypedKind.Boolean,
            _ => UntypedKind.Null,
        };
        document.Scalar(kind, kind == UntypedKind.String ? element.Text() : element.GetRawText(), 1, 1);
    }
}
