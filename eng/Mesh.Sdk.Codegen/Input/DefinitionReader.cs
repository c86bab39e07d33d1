using YamlDotNet.RepresentationModel;

namespace Mesh.Sdk.Codegen.Input;

/// <summary>Reads schema files of our own: definitions by name, kinds marked with <c>x-kind</c>.</summary>
public static class DefinitionReader
{
    /// <summary>Reads a file.</summary>
    public static SchemaSet Read(string path) =>
        new([.. YamlNodes.Documents(path).Single().Map("definitions").Entries().Select(e => ReadDefinition(e.Key, (YamlMappingNode)e.Value))]);

    private static Definition ReadDefinition(string name, YamlMappingNode node)
    {
        KindSchema? kind = node.Get("x-kind") is YamlMappingNode k
            ? new(k.Text("group"), k.Text("version"), name, k.Text("plural"), k.IsTrue("namespaced"), [k.Text("version"), .. k.Texts("alsoRead")])
            : null;
        return new(name, SchemaReader.Read(node, isOurs: true), kind, node.IsTrue("x-partial"));
    }
}
