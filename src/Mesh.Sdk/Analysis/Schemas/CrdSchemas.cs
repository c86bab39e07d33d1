using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>The schemas of some CRDs, read from generated data when first needed.</summary>
internal sealed class CrdSchemas
{
    /// <summary>The schemas of Istio's CRDs.</summary>
    public static readonly CrdSchemas Istio = new(typeof(CrdSchemas).Assembly, "Mesh.Sdk.Analysis.Schemas.istio-schemas.g.json", IstioCelRules.All);

    private readonly Dictionary<string, CelRule> _celRules;
    private readonly Lazy<Dictionary<(string Group, string Version, string Kind), SchemaNode>> _kinds;

    /// <summary>Takes generated data.</summary>
    /// <param name="assembly">Assembly that holds it.</param>
    /// <param name="resourceName">Name of the data there.</param>
    /// <param name="celRules">The CEL rules that the data names.</param>
    public CrdSchemas(Assembly assembly, string resourceName, IEnumerable<CelRule> celRules)
    {
        _celRules = celRules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        _kinds = new(() => Load(assembly, resourceName));
    }

    /// <summary>Gets what the CEL rules are about, each once.</summary>
    public IEnumerable<CelSubject> Subjects => _celRules.Values.Select(rule => rule.Subject).Distinct();

    /// <summary>Finds the schema of a kind: that of its version, or that of all versions.</summary>
    public SchemaNode? Find(ResourceKind type) =>
        _kinds.Value.GetValueOrDefault((type.Group, type.Version, type.Name)) ?? _kinds.Value.GetValueOrDefault((type.Group, "", type.Name));

    // A kind is named group/Kind or group/version/Kind.
    private static (string Group, string Version, string Kind) KeyOf(string name)
    {
        string[] parts = name.Split('/');
        return (parts[0], parts.Length == 3 ? parts[1] : "", parts[^1]);
    }

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

    private Dictionary<(string Group, string Version, string Kind), SchemaNode> Load(Assembly assembly, string resourceName)
    {
        using Stream stream = assembly.GetManifestResourceStream(resourceName)
            ?? throw new InvalidOperationException($"The assembly has no {resourceName}.");
        using JsonDocument document = JsonDocument.Parse(stream);
        JsonElement nodes = document.RootElement.GetProperty("nodes");
        Dictionary<string, Regex> patterns = new(StringComparer.Ordinal);
        List<SchemaNode> read = new(nodes.GetArrayLength());
        foreach (JsonElement node in nodes.EnumerateArray())
        {
            read.Add(Read(node, read, patterns));
        }

        return document.RootElement.GetProperty("kinds").EnumerateObject()
            .ToDictionary(kind => KeyOf(kind.Name), kind => read[kind.Value.GetInt32()]);
    }

    // A node only names nodes before it.
    private SchemaNode Read(JsonElement node, List<SchemaNode> read, Dictionary<string, Regex> patterns) => new()
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
        CelRules = [.. Texts(node, "cel").Select(id => _celRules[id])],
        CelSubjects = [.. Texts(node, "cel").Select(id => _celRules[id].Subject).Distinct()],
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
}
