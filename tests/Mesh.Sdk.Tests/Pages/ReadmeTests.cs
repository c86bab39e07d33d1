using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mesh.Sdk.Tests.Pages;

/// <summary>The programs that README and how-tos show, as they stand there: blocks of C# that begin with what they use.</summary>
public sealed partial class ReadmeTests
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks;";

    private static IEnumerable<string> Files =>
        Directory.GetFiles(Path.Combine(TestFolders.Repository(), "docs", "how-to"), "*.md").Prepend(Path.Combine(TestFolders.Repository(), "README.md"))
            .Select(file => Path.GetRelativePath(TestFolders.Repository(), file))
            .Where(file => Programs(file).Any())
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Files))]
    public void The_programs_of_a_page_compile_as_they_stand_there(string file) =>
        Programs(file).Should().AllSatisfy(program =>
            Compiled(program).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty());

    [TestCase("Mesh.Sdk.Kafka")]
    [TestCase("Mesh.Sdk.Testing")]
    public void The_code_of_the_page_of_a_package_is_one_program_that_runs(string package) =>
        Run(string.Concat(Blocks(Path.Combine("src", package, "README.md"))));

    [Test]
    public void The_recovery_of_the_first_page_comes_to_its_end_and_keeps_a_journal()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        string journal = Path.Combine(folder.FullName, "failover.journal");

        Run(Programs("README.md").Single(p => p.Contains("\"failover.journal\"", StringComparison.Ordinal)).Replace("\"failover.journal\"", $"@\"{journal}\"", StringComparison.Ordinal));

        File.ReadLines(journal).Last().Should().StartWith("{\"event\":\"Done\"");
        folder.Delete(recursive: true);
    }

    [TestCase(0)]
    [TestCase(1)]
    public void What_the_how_to_proves_holds(int program) => Run(Programs("docs/how-to/prove-a-failover-in-a-unit-test.md").ElementAt(program));

    private static void Run(string program)
    {
        using MemoryStream assembly = new();
        Compiled(program).Emit(assembly).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();

        MethodInfo main = Assembly.Load(assembly.ToArray()).EntryPoint!;

        FluentActions.Invoking(() => main.Invoke(null, [Array.Empty<string>()])).Should().NotThrow();
    }

    private static IEnumerable<string> Programs(string file) => Blocks(file).Where(text => text.StartsWith("using ", StringComparison.Ordinal));

    private static IEnumerable<string> Blocks(string file) =>
        Block().Matches(File.ReadAllText(Path.Combine(TestFolders.Repository(), file))).Select(block => block.Groups["text"].Value);

    private static CSharpCompilation Compiled(string program) => CSharpCompilation.Create(
        "Readme",
        [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(program)],
        DefinitionPages.References,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    [GeneratedRegex("""```csharp\n(?<text>.*?)^```""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
