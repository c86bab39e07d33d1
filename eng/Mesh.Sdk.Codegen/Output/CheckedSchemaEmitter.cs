using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mesh.Sdk.Codegen.Input;
using YamlDotNet.RepresentationModel;

namespace Mesh.Sdk.Codegen.Output;

/// <summary>
/// Writes what CRDs demand of values as data that the library checks objects against: a list of nodes, each once, and the
/// node of each kind. Facts only; keys are short, see <c>SchemaNode</c> in the library.
/// </summary>
internal sealed class CheckedSchemaEmitter(CelTable cel)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<string> _nodes = [];
    private readonly OrderedDictionary<string, int> _kinds = new(StringComparer.Ordinal);

    public static string Emit(IEnumerable<string> crds, CelTable cel, bool isForAnyVersion)
    {
        CheckedSchemaEmitter emitter = new(cel);
        foreach (YamlMappingNode spec in crds.SelectMany(YamlNodes.Documents)
            .Where(document => document.TextOrNull("kind") == "CustomResourceDefinition")
            .Select(document => document.Map("spec"))
            .OrderBy(spec => spec.Map("names").Text("kind"), StringComparer.Ordinal))
        {
            emitter.AddKind(spec, isForAnyVersion);
        }

        return new StringBuilder()
            .Append("{\"kinds\":{\n").AppendJoin(",\n", emitter._kinds.Select(kind => $"{Quote(kind.Key)}:{kind.Value}"))
            .Append("},\n\"nodes\":[\n").AppendJoin(",\n", emitter._nodes)
            .Append("]}\n")
            .ToString();
    }

    private static string Quote(string text) => JsonValue.Create(text)!.ToJsonString(Options);

    // group/Kind stands for all versions, else each has its group/version/Kind.
    private void AddKind(YamlMappingNode spec, bool isForAnyVersion)
    {
        string group = spec.Text("group");
        string kind = spec.Map("names").Text("kind");
        if (isForAnyVersion)
        {
            _kinds.Add($"{group}/{kind}", AddRoot(CrdReader.WrittenVersion(spec)));
            return;
        }

        foreach (YamlMappingNode version in spec.Maps("versions").Where(version => version.IsTrue("served")))
        {
            string name = $"{group}/{version.Text("name")}/{kind}";
            if (!_kinds.ContainsKey(name))
            {
                _kinds.Add(name, AddRoot(version));
            }
        }
    }

    // The status is the controllers' own.
    private int AddRoot(YamlMappingNode version)
    {
        YamlMappingNode root = version.Map("schema").Map("openAPIV3Schema");
        ((YamlMappingNode)root.Get("properties")!).Children.Remove(new YamlScalarNode("status"));
        return Add(root);
    }

    private int Add(YamlMappingNode node)
    {
        JsonObject data = [];
        bool isIntOrString = node.IsTrue("x-kubernetes-int-or-string");
        PutText(data, "t", isIntOrString ? "intOrString" : node.TextOrNull("type"));
        PutFlag(data, "null", node.IsTrue("nullable"));
        PutFlag(data, "open", node.IsTrue("x-kubernetes-preserve-unknown-fields"));
        PutTexts(data, "req", node.Texts("required"));
        PutTexts(data, "enum", node.Texts("enum"));
        PutText(data, "re", node.TextOrNull("pattern"));
        PutBounds(data, "val", node, "minimum", "maximum");
        PutBounds(data, "len", node, "minLength", "maxLength");
        PutBounds(data, "items#", node, "minItems", "maxItems");
        PutBounds(data, "props#", node, "minProperties", "maxProperties");
        PutTexts(data, "keys", node.Texts("x-kubernetes-list-map-keys"));
        PutTexts(data, "cel", [.. node.Maps("x-kubernetes-validations").Select(rule => cel.IdOf(rule.Text("rule")))]);
        if (node.Get("properties") is YamlMappingNode properties)
        {
            data["props"] = new JsonObject(properties.Entries()
                .Select(e => KeyValuePair.Create(e.Key, (JsonNode?)Add((YamlMappingNode)e.Value))));
        }

        PutNode(data, "item", node.Get("items"));
        PutNode(data, "value", node.Get("additionalProperties"));
        PutNode(data, "not", node.Get("not"));
        PutNodes(data, "all", node.Maps("allOf"));
        PutNodes(data, "any", isIntOrString ? [] : node.Maps("anyOf"));
        PutNodes(data, "one", node.Maps("oneOf"));
        return Position(data.ToJsonString(Options));
    }

    private int Position(string node)
    {
        if (!_positions.TryGetValue(node, out int position))
        {
            position = _nodes.Count;
            _positions.Add(node, position);
            _nodes.Add(node);
        }

        return position;
    }

    private static void PutText(JsonObject data, string key, string? text)
    {
        if (text is not null)
        {
            data[key] = text;
        }
    }

    private static void PutFlag(JsonObject data, string key, bool value)
    {
        if (value)
        {
            data[key] = true;
        }
    }

    private static void PutTexts(JsonObject data, string key, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            data[key] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]);
        }
    }

    private static void PutBounds(JsonObject data, string key, YamlMappingNode node, string minimum, string maximum)
    {
        if (node.Number(minimum) is not null || node.Number(maximum) is not null)
        {
            data[key] = new JsonArray(node.Number(minimum), node.Number(maximum));
        }
    }

    private void PutNode(JsonObject data, string key, YamlNode? node)
    {
        if (node is YamlMappingNode map)
        {
            data[key] = Add(map);
        }
    }

    private void PutNodes(JsonObject data, string key, IEnumerable<YamlMappingNode> nodes)
    {
        JsonNode?[] positions = [.. nodes.Select(node => (JsonNode?)Add(node))];
        if (positions.Length > 0)
        {
            data[key] = new JsonArray(positions);
        }
    }
}
