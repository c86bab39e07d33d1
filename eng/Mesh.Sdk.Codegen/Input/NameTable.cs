using YamlDotNet.RepresentationModel;

namespace Mesh.Sdk.Codegen.Input;

/// <summary>What schemas don't tell: names of types, order of fields, descriptions, defaults.</summary>
public sealed class NameTable
{
    /// <summary>A table without entries.</summary>
    public static readonly NameTable Empty = new([]);

    private readonly Dictionary<string, TypeEntry> _types;
    private readonly Dictionary<string, FieldEntry> _fields;
    private readonly Dictionary<string, string> _namesByPath = new(StringComparer.Ordinal);

    private NameTable(Dictionary<string, TypeEntry> types, Dictionary<string, FieldEntry>? fields = null)
    {
        _types = types;
        _fields = fields ?? [];
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

    /// <summary>Reads a table of names.</summary>
    public static NameTable Read(string path) =>
        new(YamlNodes.Documents(path).Single().Map("types").Entries()
            .ToDictionary(e => e.Key, e => TypeEntry.Read(e.Value as YamlMappingNode ?? []), StringComparer.Ordinal));

    /// <summary>Returns the table with descriptions: of types, of <c>Type.field</c>, and of fields of this name anywhere.</summary>
    public NameTable WithDescriptions(string path)
    {
        YamlMappingNode document = YamlNodes.Documents(path).Single();
        Dictionary<string, TypeEntry> types = new(_types, StringComparer.Ordinal);
        foreach ((string name, YamlNode summary) in document.Map("types").Entries())
        {
            types[name] = Of(name) with { Summary = ((YamlScalarNode)summary).Value };
        }

        Dictionary<string, FieldEntry> anywhere = new(StringComparer.Ordinal);
        foreach ((string name, YamlNode entry) in document.Map("fields").Entries())
        {
            FieldEntry field = FieldEntry.Read(entry);
            if (name.Split('.') is [var type, var member])
            {
                TypeEntry before = types.GetValueOrDefault(type) ?? TypeEntry.Empty;
                types[type] = before with { Fields = before.With(member, field) };
            }
            else
            {
                anywhere.Add(name, field);
            }
        }

        return new(types, anywhere);
    }

    /// <summary>Gets what is said about a field.</summary>
    public FieldEntry Of(string type, string field)
    {
        FieldEntry own = Of(type).Fields.GetValueOrDefault(field) ?? FieldEntry.Empty;
        return own.Summary is null && _fields.TryGetValue(field, out FieldEntry? general) ? own.Merge(general) : own;
    }

    /// <summary>Gets the name of the type at a path such as <c>DestinationRule.spec.subsets</c>.</summary>
    public string? NameAt(string path) => _namesByPath.GetValueOrDefault(path);

    /// <summary>Gets what is said about a type.</summary>
    public TypeEntry Of(string type) => _types.GetValueOrDefault(type) ?? TypeEntry.Empty;
}
