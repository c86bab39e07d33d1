using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Mesh.Sdk.Codegen.Input;

/// <summary>Short ways through a YAML tree.</summary>
internal static class YamlNodes
{
    public static IEnumerable<YamlMappingNode> Documents(string path)
    {
        using StreamReader reader = File.OpenText(path);
        YamlStream stream = [];
        stream.Load(reader);
        return [.. stream.Documents.Select(document => document.RootNode).OfType<YamlMappingNode>()];
    }

    public static YamlNode? Get(this YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? value : null;

    public static YamlMappingNode Map(this YamlMappingNode map, string key) => (YamlMappingNode)map.Get(key)!;

    public static string Text(this YamlMappingNode map, string key) => ((YamlScalarNode)map.Get(key)!).Value!;

    public static string? TextOrNull(this YamlMappingNode map, string key) => (map.Get(key) as YamlScalarNode)?.Value;

    public static bool IsTrue(this YamlMappingNode map, string key) => map.TextOrNull(key) == "true";

    public static double? Number(this YamlMappingNode map, string key) =>
        map.TextOrNull(key) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    public static IReadOnlyList<string> Texts(this YamlMappingNode map, string key) =>
        map.Get(key) is YamlSequenceNode items ? [.. items.Select(item => ((YamlScalarNode)item).Value!)] : [];

    public static IEnumerable<YamlMappingNode> Maps(this YamlMappingNode map, string key) =>
        map.Get(key) is YamlSequenceNode items ? items.OfType<YamlMappingNode>() : [];

    public static IEnumerable<(string Key, YamlNode Value)> Entries(this YamlMappingNode map) =>
        map.Select(entry => (((YamlScalarNode)entry.Key).Value!, entry.Value));
}
