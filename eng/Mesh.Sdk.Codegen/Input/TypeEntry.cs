using YamlDotNet.RepresentationModel;

namespace Mesh.Sdk.Codegen.Input;

/// <summary>What a table says about a type.</summary>
public sealed record TypeEntry
{
    /// <summary>Nothing.</summary>
    public static readonly TypeEntry Empty = new();

    /// <summary>Gets where the type stands; items of lists and values of maps have the path of the field.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    public string? Summary { get; init; }

    /// <summary>Gets the fields that come first.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    public IReadOnlyDictionary<string, FieldEntry> Fields { get; init; } = new Dictionary<string, FieldEntry>();

    /// <summary>Returns the fields with more said about one.</summary>
    public IReadOnlyDictionary<string, FieldEntry> With(string field, FieldEntry entry) =>
        new Dictionary<string, FieldEntry>(Fields) { [field] = Fields.TryGetValue(field, out FieldEntry? before) ? before.Merge(entry) : entry };

    public static TypeEntry Read(YamlMappingNode node) => new()
    {
        Paths = node.Get("at") is YamlScalarNode path ? [path.Value!] : node.Texts("at"),
        Summary = node.TextOrNull("summary"),
        Order = node.Texts("order"),
        Fields = (node.Get("fields") as YamlMappingNode ?? []).Entries().ToDictionary(e => e.Key, e => FieldEntry.Read(e.Value)),
    };
}
