using YamlDotNet.RepresentationModel;

namespace Mesh.Sdk.Codegen.Input;

/// <summary>Reads CustomResourceDefinitions.</summary>
public static class CrdReader
{
    /// <summary>Reads all CRDs of some files, as the version given or the one that is written.</summary>
    public static SchemaSet Read(IEnumerable<string> paths, string? version = null) => new(
    [
        .. paths.SelectMany(YamlNodes.Documents)
            .Where(document => document.TextOrNull("kind") == "CustomResourceDefinition")
            .Select(document => ReadCrd(document.Map("spec"), version)),
    ]);

    /// <summary>Returns the version that is written: <c>v1</c>, else the stored one.</summary>
    public static YamlMappingNode WrittenVersion(YamlMappingNode spec) =>
        spec.Maps("versions").FirstOrDefault(version => version.IsTrue("served") && version.Text("name") == "v1")
        ?? spec.Maps("versions").First(version => version.IsTrue("served") && version.IsTrue("storage"));

    private static Definition ReadCrd(YamlMappingNode spec, string? version)
    {
        YamlMappingNode names = spec.Map("names");
        YamlMappingNode[] versions = [.. spec.Maps("versions").Where(candidate => candidate.IsTrue("served"))];
        YamlMappingNode written = version is null ? WrittenVersion(spec) : versions.First(candidate => candidate.Text("name") == version);
        string[] others = version is null ? [.. versions.Select(other => other.Text("name")).Where(name => name != written.Text("name"))] : [];
        KindSchema kind = new(
            spec.Text("group"),
            written.Text("name"),
            names.Text("kind"),
            names.Text("plural"),
            spec.Text("scope") == "Namespaced",
            [written.Text("name"), .. others]);
        return new(kind.Name, SchemaReader.Read(written.Map("schema").Map("openAPIV3Schema"), isOurs: false), kind);
    }
}
