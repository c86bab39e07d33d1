using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Mesh.Sdk.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mesh.Sdk.Tests.Pages;

/// <summary>The C# definitions that the pages of codes show, compiled as they stand there.</summary>
internal static partial class DefinitionPages
{
    private const string Definition = "ServiceMesh.Define(";

    private static readonly Lazy<Type> Compiled = new(Compile);

    /// <summary>Gets what the code of pages may use: all that the tests may.</summary>
    public static IEnumerable<MetadataReference> References =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));

    /// <summary>Gets the codes whose pages show definitions in C#.</summary>
    public static IEnumerable<string> Codes => Blocks().Select(b => b.Code).Distinct();

    /// <summary>Builds a definition of a page and returns what was found, while it was built and by the analysis.</summary>
    public static (DiagnosticReport Definition, DiagnosticReport Analysis) Run(string code, string heading)
    {
        try
        {
            Compiled.Value.GetMethod($"{code}_{heading}")!.Invoke(null, null);
        }
        catch (TargetInvocationException e) when (e.InnerException is MeshDefinitionException refused)
        {
            // A scenario is refused after its mesh was built.
            return (refused.Report, new([.. refused.Report, .. DefinitionRecorder.Analysis!]));
        }

        return (DefinitionRecorder.Definition!, DefinitionRecorder.Analysis!);
    }

    private static IEnumerable<(string Code, string Heading, string Text)> Blocks() =>
        from page in Directory.GetFiles(Path.Combine(TestFolders.Repository(), "docs", "diagnostics"), "MESH*.md").Order(StringComparer.Ordinal)
        from block in Block().Matches(File.ReadAllText(page))
        where block.Value.Contains(Definition, StringComparison.Ordinal) && !block.Value.Contains("ReplicationTopology", StringComparison.Ordinal)
        select (Path.GetFileNameWithoutExtension(page), block.Groups["heading"].Value, block.Groups["text"].Value);

    private static Type Compile()
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Mesh.Sdk.Pages",
            [CSharpSyntaxTree.ParseText(Source())],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream assembly = new();
        compilation.Emit(assembly).Diagnostics.Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Should().BeEmpty("the code of pages compiles");
        return Assembly.Load(assembly.ToArray()).GetType("Pages")!;
    }

    private static string Source()
    {
        StringBuilder source = new("using System; using Mesh.Sdk.Topology; using Mesh.Sdk.Analysis; using Mesh.Sdk.Simulation; using Mesh.Sdk.Tests.Pages;\npublic static class Pages\n{\n");
        foreach ((string code, string heading, string text) in Blocks())
        {
            source.Append("public static void ").Append(code).Append('_').Append(heading).AppendLine("()\n{")
                .AppendLine(text.Replace(Definition, "DefinitionRecorder.Define(", StringComparison.Ordinal))
                .AppendLine("}");
        }

        return source.AppendLine("}").ToString();
    }

    [GeneratedRegex("""^## (?<heading>Bad|Good)\s+```csharp\n(?<text>.*?)^```""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
