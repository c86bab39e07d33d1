using System.Text.Json;
using Mesh.Sdk.Codegen.Output;

namespace Mesh.Sdk.Codegen.MirrorMaker;

/// <summary>Writes the list of settings with their facts.</summary>
internal static class CatalogEmitter
{
    public static string Emit(string @namespace, IEnumerable<SettingFacts> settings, JsonElement removed)
    {
        SourceText text = SourceText.File(@namespace);
        Documentation.Summary(text, "The settings of MirrorMaker 2 and those that are gone.");
        text.Open("internal static class MirrorSettingCatalog");
        text.Line("public static readonly MirrorSetting[] All =");
        text.Line("[");
        text.Indented(() =>
        {
            foreach (SettingFacts setting in settings)
            {
                text.Line($"new() {{ {string.Join(", ", Properties(setting))} }},");
            }
        });
        text.Line("];");
        text.Blank();
        text.Line("public static readonly RemovedSetting[] Removed =");
        text.Line("[");
        text.Indented(() =>
        {
            foreach (JsonElement setting in removed.EnumerateArray())
            {
                text.Line($"new({Literal(setting.GetProperty("name"))}, {Literal(setting.GetProperty("replacement"))}, {Literal(setting.GetProperty("removed"))}),");
            }
        });
        text.Line("];");
        text.Close();
        return text.ToString();
    }

    private static IEnumerable<string> Properties(SettingFacts setting)
    {
        yield return $"Connector = MirrorConnector.{Member(setting.Connector)}";
        yield return $"Name = {Literal(setting.Name)}";
        yield return $"Type = SettingType.{Member(setting.Type)}";
        if (setting.Default is { } value)
        {
            yield return $"Default = {Literal(value)}";
        }

        if (setting.Json.GetProperty("required").GetBoolean())
        {
            yield return "IsRequired = true";
        }

        JsonElement values = setting.Json.GetProperty("validValues");
        if (values.ValueKind == JsonValueKind.Object)
        {
            yield return $"ValidValues = new() {{ {string.Join(", ", values.EnumerateObject().Select(Property))} }}";
        }

        yield return $"Importance = SettingImportance.{Member(setting.Json.GetProperty("importance").GetString()!)}";
        if (setting.Since is { } since)
        {
            yield return $"Since = {Literal(since)}";
        }

        yield return $"Scope = SettingScope.{string.Concat(setting.Scope.Split('-').Select(Member))}";
        if (setting.Json.TryGetProperty("keptAtTopLevel", out JsonElement isKept))
        {
            yield return $"IsKeptAtTopLevel = {(isKept.GetBoolean() ? "true" : "false")}";
        }

        yield return $"Description = {Literal(setting.Description)}";
    }

    private static string Property(JsonProperty value) => value.Name switch
    {
        "in" => $"In = [{string.Join(", ", value.Value.EnumerateArray().Select(Literal))}]",
        "caseInsensitive" => "IsCaseInsensitive = true",
        "rule" => $"Rule = {Literal(value.Value)}",
        "note" => $"Note = {Literal(value.Value)}",
        _ => $"{Member(value.Name)} = {value.Value.GetRawText()}",
    };

    private static string Member(string text) => char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant();

    private static string Literal(JsonElement text) => text.GetString() is { } value ? Literal(value) : "null";

    private static string Literal(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
