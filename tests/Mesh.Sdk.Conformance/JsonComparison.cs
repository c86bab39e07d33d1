using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mesh.Sdk.Conformance;

/// <summary>Compares what is expected with what came out: same shape, same values, numbers within a tolerance.</summary>
internal static class JsonComparison
{
    public static JsonNode? ToNode(JsonElement element) => JsonNode.Parse(element.GetRawText());

    public static string ToText(JsonNode? node) => node?.ToJsonString() ?? "null";

    /// <summary>Returns the first difference, or <see langword="null"/>.</summary>
    public static string? FindDifference(JsonNode? expected, JsonNode? actual, double tolerance, string path = "$") => (expected, actual) switch
    {
        (null, null) => null,
        (JsonObject e, JsonObject a) => FindInObject(e, a, tolerance, path),
        (JsonArray e, JsonArray a) => FindInArray(e, a, tolerance, path),
        (JsonValue e, JsonValue a) when AreClose(e, a, tolerance) => null,
        _ => $"{path} should be {ToText(expected)} and is {ToText(actual)}",
    };

    private static string? FindInObject(JsonObject expected, JsonObject actual, double tolerance, string path)
    {
        IEnumerable<string> names = expected.Select(p => p.Key).Union(actual.Select(p => p.Key), StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (!actual.ContainsKey(name) || !expected.ContainsKey(name))
            {
                return $"{path}.{name} is {(actual.ContainsKey(name) ? "not expected" : "missing")}";
            }

            if (FindDifference(expected[name], actual[name], tolerance, $"{path}.{name}") is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static string? FindInArray(JsonArray expected, JsonArray actual, double tolerance, string path)
    {
        if (expected.Count != actual.Count)
        {
            return $"{path} should have {expected.Count} items and has {actual.Count}";
        }

        for (int i = 0; i < expected.Count; i++)
        {
            if (FindDifference(expected[i], actual[i], tolerance, $"{path}[{i}]") is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static bool AreClose(JsonValue expected, JsonValue actual, double tolerance) =>
        IsNumber(expected) && IsNumber(actual)
            ? Math.Abs(expected.GetValue<JsonElement>().GetDouble() - ToDouble(actual)) <= tolerance
            : IsNumber(expected) == IsNumber(actual) && expected.ToJsonString() == actual.ToJsonString();

    private static bool IsNumber(JsonValue value) => value.GetValueKind() == JsonValueKind.Number;

    private static double ToDouble(JsonValue value) => JsonDocument.Parse(value.ToJsonString()).RootElement.GetDouble();
}
