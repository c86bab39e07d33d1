using System.Text.RegularExpressions;
using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>What a page of Istio's validation calls good, istiod takes without a word.</summary>
public sealed partial class ValidationPageTests
{
    private static readonly IRule[] ValidationRules =
    [
        .. new IAnalyzer[]
        {
            new Sdk.Analysis.DestinationRules.DestinationRuleAnalyzer(),
            new Sdk.Analysis.Gateways.GatewayAnalyzer(),
            new Sdk.Analysis.ServiceEntries.ServiceEntryAnalyzer(),
            new Sdk.Analysis.ServiceEntries.WorkloadAnalyzer(),
        }.SelectMany(a => a.Rules),
    ];

    private static IEnumerable<string> Codes => ValidationRules.Select(r => r.Descriptor.Code).Distinct().Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Codes))]
    public void The_good_definition_is_free_of_findings(string code) =>
        Read(code, "Good").Analyze().Where(d => Codes.Contains(d.Code)).Should().BeEmpty();

    [TestCaseSource(nameof(Codes))]
    public void The_finding_names_its_place_and_fills_its_texts(string code)
    {
        Diagnostic finding = Findings.All(Read(code, "Bad")).First(d => d.Code == code);

        finding.Path.Should().NotBeEmpty();
        (finding.Message + finding.Remedy).Should().NotContain("{");
    }

    [TestCase("MESH2243")]
    [TestCase("MESH2244")]
    [TestCase("MESH2245")]
    [TestCase("MESH2270")]
    [TestCase("MESH2513")]
    [TestCase("MESH2516")]
    [TestCase("MESH2518")]
    [TestCase("MESH2534")]
    public void The_fix_removes_the_finding(string code)
    {
        ResourceSet resources = Read(code, "Bad");

        ResourceSet repaired = resources.Analyze().ApplyFixes(resources);

        repaired.Analyze().Select(d => d.Code).Should().NotContain(code);
    }

    [TestCaseSource(nameof(Codes))]
    public void The_page_tells_what_the_rule_tells(string code)
    {
        DiagnosticDescriptor descriptor = ValidationRules.First(r => r.Descriptor.Code == code).Descriptor;

        Page(code).Should().Contain(Blank(descriptor.Message)).And.Contain(Blank(descriptor.Remedy));
    }

    private static ResourceSet Read(string code, string heading)
    {
        string yaml = Block().Matches(Page(code)).Single(m => m.Groups["heading"].Value == heading).Groups["yaml"].Value;
        return ResourceSet.From(new ResourceReader(MeshKinds.All).Read(yaml));
    }

    private static string Page(string code) => File.ReadAllText(Path.Combine(TestFolders.Repository(), "docs", "diagnostics", $"{code}.md"));

    private static string Blank(string format) => Hole().Replace(format, "…");

    [GeneratedRegex("""^## (?<heading>\w+)\s+```yaml\n(?<yaml>.*?)^```""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Hole();
}
