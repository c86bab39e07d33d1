using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Tests.Diagnostics;

public sealed class DiagnosticReportTests
{
    private static readonly DiagnosticDescriptor Error = new("MESH9001", DiagnosticSeverity.Error, "Broken: {0}.", "Mend {0}.");
    private static readonly DiagnosticDescriptor Warning = new("MESH9002", DiagnosticSeverity.Warning, "Odd.", "Look.") { IstioCode = "IST0101" };
    private static readonly DiagnosticDescriptor Info = new("MESH9003", DiagnosticSeverity.Info, "Fine.", "Nothing.");

    private static readonly DiagnosticReport Report = new(
    [
        Info.At(""),
        Warning.At("spec.host") with { Object = "DestinationRule shop/b" },
        Error.At("spec.host", "x") with { Object = "DestinationRule shop/a", Position = new("a b.yaml", 3, 5) },
    ]);

    [TestCase(DiagnosticSeverity.Info, 1, 1, 1)]
    [TestCase(DiagnosticSeverity.Warning, 1, 1, 0)]
    [TestCase(DiagnosticSeverity.Error, 1, 0, 0)]
    public void The_exit_code_is_one_from_the_threshold_on(DiagnosticSeverity threshold, int withError, int withWarning, int withInfo)
    {
        Report.ExitCode(threshold).Should().Be(withError);
        Report.Suppress([new("MESH9001", "*", "r")]).ExitCode(threshold).Should().Be(withWarning);
        Report.Suppress([new("MESH900?", "*", "r"), new("MESH9001", "*", "r"), new("MESH9002", "*", "r")]).ExitCode(threshold).Should().Be(withInfo);
        DiagnosticReport.Empty.ExitCode(threshold).Should().Be(0);
    }

    [TestCase("MESH9001", "DestinationRule shop/a", 1)]
    [TestCase("MESH9001", "DestinationRule shop/b", 0)]
    [TestCase("MESH900*", "*", 3)]
    [TestCase("*", "DestinationRule *", 2)]
    [TestCase("*", "*/b", 1)]
    [TestCase("M*S*0*1", "*Rule*", 1)]
    [TestCase("*9001*9001", "*", 0)]
    [TestCase("IST0101", "*", 1)]
    [TestCase("MESH900?", "*", 0)]
    [TestCase("mesh9001", "*", 0)]
    public void A_pattern_suppresses_what_it_matches(string code, string @object, int count)
    {
        DiagnosticReport report = Report.Suppress([new(code, @object, "Because.")]);

        report.Suppressed.Should().HaveCount(count).And.NotContain(s => s.Reason != "Because.");
        report.Concat(report.Suppressed.Select(s => s.Diagnostic)).Should().BeEquivalentTo(Report);
    }

    [Test]
    public void The_first_decision_gives_the_reason() =>
        Report.Suppress([new("*", "*/a", "first"), new("*", "DestinationRule shop/a", "second")]).Suppressed.Single().Reason.Should().Be("first");

    [Test]
    public void A_suppression_without_reason_is_refused() =>
        FluentActions.Invoking(() => new DiagnosticSuppression("MESH9001", "*", " ")).Should().Throw<ArgumentException>();

    [Test]
    public void The_table_has_a_row_per_finding_and_totals()
    {
        string table = Report.Suppress([new("MESH9002", "*", "Old\nnews.")]).ToTable();

        table.Should().Be("""
            SEVERITY  CODE      OBJECT                  PATH       POSITION
            info      MESH9003  -                       -          -
                      Fine.
                      -> Nothing.
            error     MESH9001  DestinationRule shop/a  spec.host  a b.yaml(3,5)
                      Broken: x.
                      -> Mend x.

            Suppressed:
            SEVERITY  CODE      OBJECT                  PATH       POSITION
            warning   MESH9002  DestinationRule shop/b  spec.host  -
                      Odd.
                      -> Look.
                      suppressed: Old news.

            1 error(s), 0 warning(s), 1 info(s), 1 suppressed

            """);
    }

    [Test]
    public void The_json_has_every_field_of_a_finding()
    {
        string json = new DiagnosticReport(Report.Errors).ToJson();

        json.Should().Be("""
            {
              "summary": {
                "errors": 1,
                "warnings": 0,
                "infos": 0,
                "suppressed": 0
              },
              "diagnostics": [
                {
                  "code": "MESH9001",
                  "severity": "error",
                  "object": "DestinationRule shop/a",
                  "path": "spec.host",
                  "message": "Broken: x.",
                  "remedy": "Mend x.",
                  "help": "docs/diagnostics/MESH9001.md",
                  "position": {
                    "source": "a b.yaml",
                    "line": 3,
                    "column": 5
                  }
                }
              ],
              "suppressed": []
            }

            """);
    }
}
