using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>The schemas of Istio's CRDs, read from generated data when first needed.</summary>
internal static class CrdSchemas
{
    private const string ResourceName = "Mesh.Sdk.Analysis.Schemas.istio-schemas.g.json";

    private static readonly Lazy<Dictionary<string, SchemaNode>> Kinds = new(Load);

    /// <summary>Finds the schema of a kind, whatever the version: all versions of a kind share it.</summary>
    public static SchemaNode? Find(string group, string kind) => Kinds.Value.GetValueOrDefault($"{group}/{kind}");

    private static Dictionary<string, SchemaNode> Load()
    {
        using Stream stream = typeof(CrdSchemas).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly has no {ResourceName}.");
        using JsonDocument document = JsonDocument.Parse(stream);
        JsonElement nodes = document.RootElement.GetProperty("nodes");
        Dictionary<string, Regex> patterns = new(StringComparer.Ordinal);
        List<SchemaNode> read = new(nodes.GetArrayLength());
        foreach (JsonElement node in nodes.EnumerateArray())
        {
            read.Add(Read(node, read, patterns));
        }

        return document.RootElement.GetProperty("kinds").EnumerateObject()
            .ToDictionary(kind => kind.Name, kind => read[kind.Value.GetInt32()], StringComparer.Ordinal);
    }

    // A node only names nodes before it.
    private static SchemaNode Read(JsonElement node, List<SchemaNode> read, Dictionary<string, Regex> patterns) => new()
    {
        Type = node.TryGetProperty("t", out JsonElement type) ? type.GetString() : null,
        IsNullable = node.TryGetProperty("null", out _),
        IsOpen = node.TryGetProperty("open", out _),
        Required = Texts(node, "req"),
        Enum = Texts(node, "enum"),
        Pattern = node.TryGetProperty("re", out JsonElement pattern) ? Compile(pattern.GetString()!, patterns) : null,
        Number = Bounds(node, "val"),
        Length = Bounds(node, "len"),
        ItemCount = Bounds(node, "items#"),
        FieldCount = Bounds(node, "props#"),
        ListKeys = Texts(node, "keys"),
        CelRules = [.. Texts(node, "cel").Select(CelRules.Find)],
        CelSubjects = [.. Texts(node, "cel").Select(id => CelRules.Find(id).Subject).Distinct()],
        Fields = node.TryGetProperty("props", out JsonElement fields)
            ? fields.EnumerateObject().ToDictionary(field => field.Name, field => read[field.Value.GetInt32()], StringComparer.Ordinal)
            : [],
        Item = Node(node, "item", read),
        Value = Node(node, "value", read),
        Not = Node(node, "not", read),
        All = Nodes(node, "all", read),
        Any = Nodes(node, "any", read),
        One = Nodes(node, "one", read),
    };

    // Go's $ is the end of the text and nothing else. NonBacktracking bounds the time by the length of the text.
    private static Regex Compile(string pattern, Dictionary<string, Regex> patterns)
    {
        if (!patterns.TryGetValue(pattern, out Regex? compiled))
        {
            compiled = new Regex(pattern.Replace("$", @"\z", StringComparison.Ordinal), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            patterns.Add(pattern, compiled);
        }

        return compiled;
    }

    private static string[] Texts(JsonElement node, string name) =>
        node.TryGetProperty(name, out JsonElement texts) ? [.. texts.EnumerateArray().Select(text => text.GetString()!)] : [];

    private static SchemaBounds? Bounds(JsonElement node, string name) =>
        node.TryGetProperty(name, out JsonElement bounds) ? new(Number(bounds[0]), Number(bounds[1])) : null;

    private static double? Number(JsonElement number) => number.ValueKind == JsonValueKind.Number ? number.GetDouble() : null;

    private static SchemaNode? Node(JsonElement node, string name, List<SchemaNode> read) =>
        node.TryGetProperty(name, out JsonElement position) ? read[position.GetInt32()] : null;

    private static SchemaNode[] Nodes(JsonElement node, string name, List<SchemaNode> read) =>
        node.TryGetProperty(name, out JsonElement positions) ? [.. positions.EnumerateArray().Select(position => read[position.GetInt32()])] : [];
}
