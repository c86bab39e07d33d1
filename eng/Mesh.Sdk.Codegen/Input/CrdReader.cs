using YamlDotNet.RepresentationModel;

namespace Mesh.Sdk.Codegen.Input;

/// <summary>Reads CustomResourceDefinitions.</summary>
public static class CrdReader
{
    /// <summary>Reads all CRDs of some files.</summary>
    public static SchemaSet Read(IEnumerable<string> paths) => new(
    [
        .. paths.SelectMany(YamlNodes.Documents)
            .Where(document => document.TextOrNull("kind") == "CustomResourceDefinition")
            .Select(document => ReadCrd(document.Map("spec"))),
    ]);

    /// <summary>Returns the version that is written: <c>v1</c>, else the stored one.</summary>
    public static YamlMappingNode WrittenVersion(YamlMappingNode spec) =>
        spec.Maps("versions").FirstOrDefault(version => version.IsTrue("served") && version.Text("name") == "v1")
        ?? spec.Maps("versions").First(version => version.IsTrue("served") && version.IsTrue("storage"));

    private static Definition ReadCrd(YamlMappingNode spec)
    {
        YamlMappingNode names = spec.Map("names");
        YamlMappingNode[] versions = [.. spec.Maps("versions").Where(version => version.IsTrue("served"))];
        YamlMappingNode written = WrittenVersion(spec);
        KindSchema kind = new(
            spec.Text("group"),
            written.Text("name"),
            names.Text("kind"),
            names.Text("plural"),
            spec.Text("scope") == "Namespaced",
            [written.Text("name"), .. versions.Select(version => version.Text("name")).Where(name => name != written.Text("name"))]);
        return new(kind.Name, SchemaReader.Read(written.Map("schema").Map("openAPIV3Schema"), isOurs: false), kind);
    }
}
