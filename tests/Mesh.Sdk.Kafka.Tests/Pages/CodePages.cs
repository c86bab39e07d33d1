using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mesh.Sdk.Kafka.Tests.Pages;

/// <summary>The code that the pages of Kafka's codes show, compiled as it stands there.</summary>
internal static partial class CodePages
{
    private static readonly Lazy<Type> Compiled = new(Compile);

    /// <summary>Gets the codes whose pages show such code.</summary>
    public static IEnumerable<string> Codes => Blocks().Select(b => b.Code).Distinct();

    /// <summary>Runs the code below a heading of a page and returns what was found.</summary>
    public static DiagnosticReport Run(string code, string heading)
    {
        Compiled.Value.GetMethod($"{code}_{heading}")!.Invoke(null, null);
        return PageRecorder.Report!;
    }

    private static IEnumerable<(string Code, string Heading, string Text)> Blocks() =>
        from page in Directory.GetFiles(Path.Combine(TestFolders.Repository(), "docs", "diagnostics"), "MESH*.md").Order(StringComparer.Ordinal)
        from block in Block().Matches(File.ReadAllText(page))
        where Call().IsMatch(block.Value)
        select (Path.GetFileNameWithoutExtension(page), block.Groups["heading"].Value, block.Groups["text"].Value);

    private static Type Compile()
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Mesh.Sdk.Kafka.Pages",
            [CSharpSyntaxTree.ParseText(Source())],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream assembly = new();
        compilation.Emit(assembly).Diagnostics.Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Should().BeEmpty("the code of pages compiles");
        return Assembly.Load(assembly.ToArray()).GetType("Pages")!;
    }

    private static string Source()
    {
        StringBuilder source = new("using System; using System.Collections.Generic; using Mesh.Sdk.Diagnostics; using Mesh.Sdk.Topology; "
            + "using Mesh.Sdk.Kafka.Analysis; using Mesh.Sdk.Kafka.Connect; using Mesh.Sdk.Kafka.Connect.Presets; using Mesh.Sdk.Kafka.MirrorMaker.Connectors; using Mesh.Sdk.Kafka.MirrorMaker.Dedicated; using Mesh.Sdk.Kafka.Replication; "
            + "using Mesh.Sdk.Kafka.Settings; using Mesh.Sdk.Kafka.Usage; using Mesh.Sdk.Kafka.Tests.Pages;\npublic static class Pages\n{\n");
        foreach ((string code, string heading, string text) in Blocks())
        {
            source.Append("public static void ").Append(code).Append('_').Append(heading).AppendLine("()\n{")
                .AppendLine(Call().Replace(text, "PageRecorder.$1("))
                .AppendLine(text.Contains("DiagnosticReport report", StringComparison.Ordinal) ? "PageRecorder.Keep(report);" : "")
                .AppendLine("}");
        }

        return source.AppendLine("}").ToString();
    }

    [GeneratedRegex("""^## (?<heading>Bad|Good)\s+```csharp\n(?<text>.*?)^```""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"(?:ReplicationTopology|ConnectTopology|DedicatedReading|StrimziReading)\.(\w+)\(")]
    private static partial Regex Call();
}
