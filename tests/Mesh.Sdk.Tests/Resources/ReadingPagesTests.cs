using System.Text.RegularExpressions;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Tests.Resources;

/// <summary>The page of each code of reading has a bad example with this finding and a good one without any.</summary>
public sealed partial class ReadingPagesTests
{
    private static readonly ResourceReader Reader = new(IstioKinds.All.With(CoreKinds.All));

    // The examples of these show only the start of a text that is too large.
    private static readonly string[] Abridged = ["MESH0004"];

    private static IEnumerable<string> CodesWithExamples() =>
        Directory.GetFiles(Folder(), "MESH00*.md").Select(page => Path.GetFileNameWithoutExtension(page)).Order()
            .Where(code => !Abridged.Contains(code) && ExamplesOf(code).Length > 0);

    [TestCaseSource(nameof(CodesWithExamples))]
    public void The_examples_of_a_page_show_what_it_says(string code)
    {
        string[] examples = ExamplesOf(code);

        examples.Should().HaveCount(2);
        Reader.ReadWithPositions(examples[0], "bad").Report.Should().ContainSingle().Which.Code.Should().Be(code);
        Reader.ReadWithPositions(examples[1], "good").Report.Should().BeEmpty();
        Reader.Read(examples[1]).Should().ContainSingle();
    }

    private static string[] ExamplesOf(string code) =>
        [.. Yaml().Matches(File.ReadAllText(Path.Combine(Folder(), code + ".md"))).Select(m => m.Groups[1].Value)];

    private static string Folder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Mesh.Sdk.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "docs", "diagnostics");
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();
}
