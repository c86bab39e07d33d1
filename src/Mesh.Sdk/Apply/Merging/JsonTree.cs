using System.Text.Json;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Merging;

/// <summary>Values without schema from JSON.</summary>
internal static class JsonTree
{
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static UntypedValue Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    public static UntypedValue Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => UntypedValue.From(new UntypedFields(json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Of(p.Value))))),
        JsonValueKind.Array => UntypedValue.From(json.EnumerateArray().Select(Of).ToEquatableList()),
        JsonValueKind.String => UntypedValue.From(json.GetString()!),
        JsonValueKind.Number => UntypedValue.FromNumber(json.GetRawText()),
        JsonValueKind.True => UntypedValue.From(true),
        JsonValueKind.False => UntypedValue.From(false),
        _ => UntypedValue.Null,
    };
}
