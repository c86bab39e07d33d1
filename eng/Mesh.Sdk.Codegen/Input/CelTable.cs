using YamlDotNet.RepresentationModel;

namespace Mesh.Sdk.Codegen.Input;

/// <summary>What the library calls the CEL rules of CRDs.</summary>
public sealed class CelTable
{
    private readonly Dictionary<string, string> _ids;

    private CelTable(Dictionary<string, string> ids) => _ids = ids;

    /// <summary>Reads a table.</summary>
    public static CelTable Read(string path)
    {
        using StreamReader reader = File.OpenText(path);
        YamlStream stream = [];
        stream.Load(reader);
        return new(((YamlSequenceNode)stream.Documents[0].RootNode).OfType<YamlMappingNode>()
            .ToDictionary(entry => entry.Text("rule"), entry => entry.Text("id"), StringComparer.Ordinal));
    }

    /// <summary>Returns the id of a rule.</summary>
    /// <exception cref="InvalidDataException">The rule is not in the table.</exception>
    public string IdOf(string rule) =>
        _ids.TryGetValue(rule, out string? id)
            ? id
            : throw new InvalidDataException($"The CEL rule '{rule}' is unknown. Name it in the table, and write it among the CelRules of the library.");
}
