using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Reading;
using Mesh.Sdk.Tests.Resources;

namespace Mesh.Sdk.Tests.Istio;

/// <summary>Reads typed values, parts of objects included, from YAML or JSON that a tree is written as.</summary>
internal static class UntypedReading
{
    public static T Read<T>(UntypedValue value, Func<ResourceNode, T> read)
    {
        T fromYaml = Read(Trees.ToYaml(value), read, out IReadOnlyList<Diagnostic> findings);
        findings.Should().BeEmpty();
        Read(Trees.ToJson(value), read, out findings).Should().Be(fromYaml, "JSON and YAML agree");
        findings.Should().BeEmpty();
        return fromYaml;
    }

    public static IReadOnlyList<Diagnostic> Diagnose<T>(UntypedValue value, Func<ResourceNode, T> read)
    {
        Read(Trees.ToYaml(value), read, out IReadOnlyList<Diagnostic> findings);
        return findings;
    }

    private static T Read<T>(string text, Func<ResourceNode, T> read, out IReadOnlyList<Diagnostic> findings)
    {
        ManifestScanner documents = new(text, "test", ReadLimits.Default);
        documents.MoveNext().Should().BeTrue();
        T result = read(documents.Document.Root);
        findings = documents.Document.Diagnostics;
        return result;
    }
}
