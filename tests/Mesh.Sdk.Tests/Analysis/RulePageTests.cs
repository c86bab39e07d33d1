using System.Globalization;
using System.Text.RegularExpressions;
using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Kafka.MirrorMaker;
using Mesh.Sdk.Kafka.Schemas;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>Every rule has a page, whose bad definition it finds and whose good one it does not.</summary>
public sealed partial class RulePageTests
{
    private static IEnumerable<IAnalyzer> AllAnalyzers => Analyzers.All.Concat(KafkaAnalyzers.All);

    private static IEnumerable<string> Codes =>
        AllAnalyzers.SelectMany(a => a.Rules).Select(r => r.Descriptor.Code).Distinct().Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Codes))]
    public void The_bad_definition_of_the_page_is_found(string code) =>
        Analyze(code, "Bad").Select(d => d.Code).Should().Contain(code);

    [TestCaseSource(nameof(Codes))]
    public void The_good_definition_of_the_page_is_not_found(string code) =>
        Analyze(code, "Good").Select(d => d.Code).Should().NotContain(code);

    [Test]
    public void A_code_is_used_for_one_meaning_only() =>
        AllAnalyzers.SelectMany(a => a.Rules)
            .GroupBy(r => r.Descriptor.Code)
            .Where(g => g.Select(r => r.Descriptor).Distinct().Count() > 1)
            .Select(g => g.Key)
            .Should().BeEmpty();

    private static IReadOnlyList<Diagnostic> Analyze(string code, string heading)
    {
        string page = File.ReadAllText(Path.Combine(TestFolders.Repository(), "docs", "diagnostics", $"{code}.md"));
        Match block = Block().Matches(page).Single(m => m.Groups["heading"].Value == heading);
        string yaml = LongText().Replace(block.Groups["yaml"].Value, m => new string('x', int.Parse(m.Groups["length"].ValueSpan, CultureInfo.InvariantCulture)));
        return Findings.All(ResourceSet.From(Read(yaml)));
    }

    // Documents behind a line "# cluster: NAME" are meant for that cluster.
    private static IEnumerable<ResourceEntry> Read(string yaml)
    {
        string[] parts = Cluster().Split(yaml);
        for (int i = 0; i < parts.Length; i += 2)
        {
            string cluster = i == 0 ? "" : parts[i - 1];
            foreach (IResource resource in new ResourceReader(MeshKinds.All.With(KafkaKinds.All)).Read(parts[i]))
            {
                yield return new ResourceEntry(resource, cluster);
            }
        }
    }

    // Pages say how long a text is where it would fill them.
    [GeneratedRegex(@"\((?<length>\d+) bytes of text\)")]
    private static partial Regex LongText();

    [GeneratedRegex("""^# cluster: (\S+)$""", RegexOptions.Multiline)]
    private static partial Regex Cluster();

    [GeneratedRegex("""^## (?<heading>\w+)\s+```yaml\n(?<yaml>.*?)^```""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
