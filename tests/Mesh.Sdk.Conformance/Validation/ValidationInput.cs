using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Conformance.Validation;

/// <summary>The fragment of a case, its context, and what is found in it.</summary>
internal sealed partial class ValidationInput(VectorCase vector, string path)
{
    private readonly FindingSink _sink = new();
    private readonly List<Diagnostic> _analyzed = [];

    /// <summary>Gets what reading found.</summary>
    public List<ReadingFinding> ReadingFindings { get; } = [];

    /// <summary>Gets what rules found.</summary>
    public IEnumerable<Diagnostic> Findings => _sink.Diagnostics.Concat(_analyzed);

    /// <summary>Gets the place of the fragment; its namespace is that of the context.</summary>
    public Place Place => new(_sink, new ResourceKey("", "", "", Context("namespace") ?? "", Context("name") ?? "fragment"));

    /// <summary>Gets the metadata that the context gives.</summary>
    public ObjectMeta Metadata => new()
    {
        Name = Context("name") ?? "fragment",
        Namespace = Context("namespace"),
        Labels = ContextElement("labels")?.TextMap() ?? default,
    };

    /// <summary>Gets a text of the context.</summary>
    public string? Context(string name) => ContextElement(name)?.GetString();

    /// <summary>Gets a switch of the context.</summary>
    public bool Has(string name) => ContextElement(name)?.GetBoolean() ?? false;

    /// <summary>Gets a fragment of the context; <see langword="null"/> if absent or <c>null</c>.</summary>
    public T? Context<T>(string name, Func<ResourceNode, T> read)
        where T : class => ContextElement(name)?.ReadTyped(read);

    /// <summary>Reads the input; <see langword="null"/> for <c>null</c>. Null items stay, what is no duration becomes one.</summary>
    public T? Read<T>(Func<ResourceNode, T> read)
        where T : class
    {
        JsonElement input = vector["input"];
        T? value = input.ReadTyped(read, out IReadOnlyList<Diagnostic> findings);
        if (findings.Count == 0)
        {
            return value;
        }

        JsonNode corrected = JsonComparison.ToNode(input)!;
        foreach (Diagnostic finding in findings)
        {
            bool isDuration = finding.Code == ReadingRule.NotADuration;
            string? text = isDuration ? Replace(corrected, finding.Path, "1s") : null;
            ReadingFindings.Add(new(finding.Code, PathInSpec(finding.Path), text));
        }

        return JsonSerializer.SerializeToElement(corrected).ReadTyped(read, out _);
    }

    /// <summary>Reads the input as a list.</summary>
    public EquatableList<T> ReadList<T>(Func<ResourceNode, T> read) => Read(node => new Box<EquatableList<T>>(node.ReadList(read)))?.Value ?? default;

    /// <summary>Reads the input as a list of texts.</summary>
    public EquatableList<string> ReadTexts() => ReadList(static node => node.ReadString() ?? "");

    /// <summary>Puts an object before all analyzers.</summary>
    public void Analyze(IResource resource) => _analyzed.AddRange(ResourceSet.From([resource]).AnalyzeEachRule(AnalysisOptions.Default));

    private JsonElement? ContextElement(string name) =>
        vector.Input.TryGetProperty("context", out JsonElement context) ? context.Optional(name) : null;

    private string PathInSpec(string found)
    {
        string plain = Index().Replace(found, "[]");
        return path.Length == 0 || plain.StartsWith('[') ? path + plain : $"{path}.{plain}";
    }

    private static string? Replace(JsonNode root, string path, string text)
    {
        JsonNode node = root;
        foreach (Match step in Step().Matches(path))
        {
            JsonNode next = step.Groups["index"].Success ? node[int.Parse(step.Groups["index"].ValueSpan, null)]! : node[step.Groups["name"].Value]!;
            node = next;
        }

        string old = node.GetValue<string>();
        node.ReplaceWith(text);
        return old;
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();

    [GeneratedRegex(@"\[(?<index>\d+)\]|\[(?<name>[^\]]+)\]|(?<name>[^.\[\]]+)")]
    private static partial Regex Step();

    private sealed record Box<T>(T Value);
}
