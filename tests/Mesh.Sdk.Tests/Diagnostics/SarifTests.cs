using System.Text.Json;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Tests.Diagnostics;

/// <summary>The rules of the SARIF 2.1.0 schema that concern what is written, and those of its text that a schema can't say.</summary>
public sealed class SarifTests
{
    private static readonly DiagnosticDescriptor[] Descriptors =
    [
        new("MESH9001", DiagnosticSeverity.Error, "Broken {0}.", "Mend {0}."),
        new("MESH9002", DiagnosticSeverity.Warning, "Odd {0}.", "Look.") { IstioCode = "IST0101" },
        new("MESH9003", DiagnosticSeverity.Info, "Fine {0}.", "Nothing."),
    ];

    private static readonly SourcePosition?[] Positions =
    [
        null, new("rules.yaml", 1, 1), new("/data/a b/räte#1.yaml", 7, 3), new(@"C:\rules\x.yaml", 2, 2), new("a:b.yaml", 1, 1), new("https://example.org/x?y=1", 1, 1), new("", 0, 0),
    ];

    private static readonly DiagnosticReport Report = new(
        from descriptor in Descriptors
        from position in Positions
        from text in new[] { "x", "\"\\ \u2028 \ud800 \0", "" }
        select descriptor.At("spec.host", text) with { Object = text.Length == 0 ? null : $"DestinationRule shop/{text}", Position = position });

    private static DiagnosticReport[] Reports =>
    [
        DiagnosticReport.Empty, Report, Report.Suppress([new("MESH9002", "*", "Known \ud800.")]), Report.Suppress([new("*", "*", "All known.")]),
    ];

    [TestCaseSource(nameof(Reports))]
    public void The_log_keeps_the_rules_of_sarif(DiagnosticReport report)
    {
        using JsonDocument log = JsonDocument.Parse(report.ToSarif(new Uri("https://example.org/docs/")));

        new SarifRules(log.RootElement).Broken().Should().BeEmpty();
    }

    [Test]
    public void Every_finding_is_a_result_and_suppressed_ones_say_why()
    {
        DiagnosticReport report = Report.Suppress([new("MESH9002", "*", "Known.")]);
        using JsonDocument log = JsonDocument.Parse(report.ToSarif());
        JsonElement[] results = [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];

        results.Should().HaveCount(Report.Count);
        results.Where(r => r.GetProperty("suppressions").GetArrayLength() == 1)
            .Should().HaveCount(report.Suppressed.Count)
            .And.OnlyContain(r => r.GetProperty("suppressions")[0].GetProperty("justification").GetString() == "Known.");
    }

    [TestCase("matches {host}", "matches {{host}} matches {{host}}")]
    [TestCase("[here](https://example.org)", @"[here\](https://example.org) [here\](https://example.org)")]
    [TestCase("ports[0].name (http)", "ports[0].name (http) ports[0].name (http)")]
    public void Text_is_neither_placeholder_nor_link(string text, string expected)
    {
        Diagnostic finding = new DiagnosticDescriptor("MESH9004", DiagnosticSeverity.Error, "{0}", "{0}").At("spec", text);
        using JsonDocument log = JsonDocument.Parse(new DiagnosticReport([finding]).ToSarif());

        log.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("message").GetProperty("text").GetString().Should().Be(expected);
    }

    [Test]
    public void Findings_of_one_place_in_two_clusters_have_fingerprints_of_their_own()
    {
        Diagnostic finding = Descriptors[0].At("spec.host", "x");
        using JsonDocument log = JsonDocument.Parse(new DiagnosticReport([finding with { Object = "north: Gateway shop/web" }, finding with { Object = "south: Gateway shop/web" }]).ToSarif());

        log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(r => r.GetProperty("partialFingerprints").GetProperty("place/v1").GetString()).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void Findings_of_one_place_have_fingerprints_of_their_own()
    {
        Diagnostic[] found = [.. Report];
        using JsonDocument log = JsonDocument.Parse(new DiagnosticReport([.. found, .. found.Select(d => d with { Message = d.Message + " Twice." })]).ToSarif());

        log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(r => r.GetProperty("partialFingerprints").GetProperty("place/v1").GetString())
            .Should().OnlyHaveUniqueItems();
    }

    [TestCase("rules.yaml", "rules.yaml")]
    [TestCase("./a b.yaml", "./a%20b.yaml")]
    [TestCase("/data/x.yaml", "file:///data/x.yaml")]
    [TestCase(@"C:\x\y z.yaml", "file:///C:/x/y%20z.yaml")]
    [TestCase(@"\\server\share\x.yaml", "file://server/share/x.yaml")]
    [TestCase("a:b.yaml", "a%3Ab.yaml")]
    [TestCase("https://example.org/x", "https://example.org/x")]
    public void A_source_becomes_a_uri(string source, string uri)
    {
        DiagnosticReport report = new([Descriptors[0].At("", "x") with { Position = new(source, 1, 1) }]);
        using JsonDocument log = JsonDocument.Parse(report.ToSarif());

        log.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0]
            .GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString().Should().Be(uri);
    }
}
