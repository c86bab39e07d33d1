using Mesh.Sdk.Codegen.Input;
using Mesh.Sdk.Codegen.Model;

namespace Mesh.Sdk.Codegen.Output;

/// <summary>Writes what a kind has in addition to other records.</summary>
internal static class KindEmitter
{
    public static void EmitHead(SourceText text, RecordType type, KindSchema kind)
    {
        text.Line("/// <summary>The kind: group, versions and how it is read.</summary>");
        text.Line($"public static readonly ResourceKind Definition = new(\"{kind.Group}\", \"{kind.Version}\", \"{kind.Name}\")");
        text.Line("{");
        text.Indented(() =>
        {
            text.Line($"ReadableVersions = [{string.Join(", ", kind.Versions.Select(version => $"\"{version}\""))}],");
            text.Line($"Plural = \"{kind.Plural}\",");
            text.Line($"IsNamespaced = {(kind.IsNamespaced ? "true" : "false")},");
            text.Line("Read = Read,");
        });
        text.Line("};");
        text.Blank();
        text.Line("/// <summary>Gets name, namespace, labels and annotations.</summary>");
        text.Line("public required ObjectMeta Metadata { get; init; }");
        text.Blank();
        text.Line("ResourceKind IResource.Type => Definition;");
    }

    public static void EmitTail(SourceText text)
    {
        text.Blank();
        text.Line("/// <summary>Returns kind, namespace and name.</summary>");
        text.Line("public override string ToString() => ResourceKey.Of(this).ToString();");
        text.Blank();
        text.Line("IResource IResource.WithMetadata(ObjectMeta metadata) => this with { Metadata = metadata };");
    }
}
