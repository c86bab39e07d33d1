using YamlDotNet.RepresentationModel;

namespace Mesh.Sdk.Codegen.Input;

/// <summary>What schemas don't tell: names of types, order of fields, descriptions, defaults.</summary>
public sealed class NameTable
{
    /// <summary>A table without entries.</summary>
    public static readonly NameTable Empty = new([]);

    private readonly Dictionary<string, TypeEntry> _types;
    private readonly Dictionary<string, string> _namesByPath = new(StringComparer.Ordinal);

    private NameTable(Dictionary<string, TypeEntry> types)
    {
        _types = types;
        foreach ((string name, TypeEntry entry) in types)
        {
            foreach (string path in entry.Paths)
            {
                _namesByPath.Add(path, name);
            }
        }
    }

    /// <summary>Gets the paths that have a name.</summary>
    public IReadOnlyCollection<string> Paths => _namesByPath.Keys;

    /// <summary>Gets the names of the types that are described.</summary>
    public IReadOnlyCollection<string> Types => _types.Keys;

    /// <summary>Reads a table.</summary>
    public static NameTable Read(string path) =>
        new(YamlNodes.Documents(path).Single().Map("types").Entries()
            .ToDictionary(e => e.Key, e => TypeEntry.Read(e.Value as YamlMappingNode ?? []), StringComparer.Ordinal));

    /// <summary>Gets the name of the type at a path such as <c>DestinationRule.spec.subsets</c>.</summary>
    public string? NameAt(string path) => _namesByPath.GetValueOrDefault(path);

    /// <summary>Gets what is said about a type.</summary>
    public TypeEntry Of(string type) => _types.GetValueOrDefault(type) ?? TypeEntry.Empty;
}
