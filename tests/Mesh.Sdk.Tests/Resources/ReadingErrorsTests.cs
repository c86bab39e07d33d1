using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Tests.Resources;

/// <summary>What is wrong in a text is named with its place, all at once, and never with text of a Secret.</summary>
public sealed class ReadingErrorsTests
{
    private const string Secret = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\n";

    private static readonly ResourceReader Reader = new(IstioKinds.All.With(CoreKinds.All));

    [Test]
    public void A_wrong_value_is_named_with_source_line_column_path_and_text()
    {
        Diagnostic finding = Findings("""
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata:
              name: frontpage
            spec:
              host: frontpage
              trafficPolicy:
                outlierDetection:
                  interval: 5 minutes
            """).Should().ContainSingle().Subject;

        finding.Code.Should().Be("MESH0011");
        finding.Position.Should().Be(new SourcePosition("rules.yaml", 9, 17));
        finding.Path.Should().Be("spec.trafficPolicy.outlierDetection.interval");
        finding.Message.Should().Contain("5 minutes");
    }

    [Test]
    public void All_findings_of_all_documents_are_reported_at_once()
    {
        const string Text = "kind: A\n---\n{ \"apiVersion\": \"v1\", \"a\": 1, \"a\": 2 }\n---\na: [b\n---\n- c\n---\napiVersion: a/b/c\nkind: D\n";

        Findings(Text).Select(f => (f.Code, f.Position!.Value.Line)).Should().Equal(
            ("MESH0014", 1), ("MESH0014", 3), ("MESH0007", 3), ("MESH0001", 6), ("MESH0008", 7), ("MESH0015", 9));
    }

    [Test]
    public void A_syntax_error_names_the_line_and_shows_it()
    {
        Diagnostic finding = Findings("apiVersion: v1\nkind: ConfigMap\n---\napiVersion: v1\nkind: ConfigMap\ndata: a: b\n").Should().ContainSingle().Subject;

        finding.Code.Should().Be("MESH0001");
        finding.Position!.Value.Line.Should().Be(6);
        finding.Message.Should().Contain("'data: a: b'");
    }

    [Test]
    public void A_syntax_error_in_json_is_that_of_json()
    {
        Diagnostic finding = Findings("{\n  \"apiVersion\": \"v1\"\n  \"kind\": \"ConfigMap\"\n}").Should().ContainSingle().Subject;

        finding.Position.Should().Be(new SourcePosition("rules.yaml", 3, 3));
        finding.Message.Should().Contain("',' or '}' belongs here").And.Contain("\"kind\"");
    }

    [TestCase("stringData:\n  password: hunter2\n  password2: &hunter2 {\n")]
    [TestCase("stringData:\n  password: *hunter2\n")]
    [TestCase("stringData:\n  password: !hunter2 x\n")]
    [TestCase("stringData:\n  password: [hunter2]\n")]
    [TestCase("stringData:\n  hunter: [1]\n  password: 2\n  \tx: hunter2\n")]
    [TestCase("data: hunter2\n")]
    [TestCase("immutable: hunter2\n")]
    [TestCase("stringData:\n  password: hunter2\n  password: hunter2\n")]
    [TestCase("stringData:\n  password: \"hunter2\n")]
    [TestCase("stringData:\n  password: hunter2\u0001\n")]
    public void Text_of_a_secret_is_never_shown(string rest)
    {
        foreach (string text in new[] { Secret + rest, AsItem(Secret + rest) })
        {
            DiagnosticReport findings = Findings(text);

            findings.Should().NotBeEmpty();
            findings.Should().NotContain(f => f.ToString().Contains("hunter2", StringComparison.Ordinal));
        }
    }

    [TestCase("{\"kind\":\"Secret\",\"apiVersion\":\"v1\",\"stringData\":{\"a\":[\"hunter2\"]}}")]
    [TestCase("{\"kind\":\"Secret\",\"apiVersion\":\"v1\",\"stringData\":{\"a\":\"hunter2\" \"b\"}}")]
    [TestCase("{\"kind\":\"List\",\"apiVersion\":\"v1\",\"items\":[{\"kind\":\"Secret\",\"apiVersion\":\"v1\",\"immutable\":\"hunter2\"}]}")]
    public void Text_of_a_secret_in_json_is_never_shown(string text) =>
        Findings(text).Should().NotBeEmpty().And.NotContain(f => f.ToString().Contains("hunter2", StringComparison.Ordinal));

    [TestCase("{\"apiVersion\":\"v1\",\"kind\":\"S\\u0065cret\",\"data\":{\"pw\":\"hunter2\",}}")]
    [TestCase("apiVersion: v1\nkind: \"S\\x65cret\"\nstringData: pw: hunter2\n")]
    [TestCase("apiVersion: v1\n\"k\\x69nd\": \"S\\x65cret\"\nstringData: pw: hunter2\n")]
    [TestCase("apiVersion: v1\ntype: Opaque\nstringData: pw: hunter2\n")]
    [TestCase("apiVersion: v1\nkind: Sicret\ntype: kubernetes.io/tls\nstringData: pw: hunter2\n")]
    [TestCase("apiVersion: v1\nkind: List\nitems:\n- kind: \"S\\x65cret\"\n  stringData: pw: hunter2\n")]
    [TestCase("{\"kind\":\"ConfigMapList\",\"items\":[{\"data\":\"hunter2\",}]}")]
    [TestCase("stringData: pw: hunter2\n")]
    public void Text_that_may_be_that_of_a_secret_is_not_shown(string text) =>
        Findings(text).Should().NotBeEmpty().And.NotContain(f => f.ToString().Contains("hunter2", StringComparison.Ordinal));

    [TestCase("a:\n\tb: 1\n", 2, 1)]
    [TestCase("a: 1\nb:\n  c: 2\n\td: 3\n", 4, 1)]
    [TestCase("a: 1\nb:\n  c: 2\n  \td: 3\n", 4, 3)]
    [TestCase("apiVersion: v1\nkind: A\nspec:\n  a: 1\n  b: |\n    \tx\n\ty\n", 7, 1)]
    [TestCase("kind: A\napiVersion: v1\n---\nspec:\n  x: 1\n  y:\n\t  z: 1\n", 7, 1)]
    public void A_tab_that_indents_is_pointed_at(string text, int line, int column)
    {
        Diagnostic finding = Findings(text).Should().ContainSingle().Subject;

        finding.Position.Should().Be(new SourcePosition("rules.yaml", line, column));
        finding.Message.Should().Contain("a tab can't indent");
    }

    [TestCase("spec:\n  host: a\n  subsets:\n  -\n", "spec.subsets[0]")]
    [TestCase("spec:\n  host: a\n  exportTo: [null]\n", "spec.exportTo[0]")]
    public void An_item_that_is_null_is_reported_and_not_lost(string rest, string path)
    {
        Diagnostic finding = Findings("apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: a\n" + rest).Should().ContainSingle().Subject;

        finding.Code.Should().Be("MESH0017");
        finding.Path.Should().Be(path);
    }

    [Test]
    public void A_value_that_is_not_allowed_is_told_the_nearest_one()
    {
        Diagnostic finding = Findings("apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata:\n  name: a\nspec:\n  host: a\n  trafficPolicy:\n    loadBalancer:\n      simple: round-robin\n")
            .Should().ContainSingle().Subject;

        finding.Code.Should().Be("MESH0013");
        finding.Message.Should().Be("'round-robin' is not one of the values allowed here. Did you mean 'ROUND_ROBIN'?");
    }

    [Test]
    public void Findings_that_are_not_told_are_announced()
    {
        DiagnosticReport inDocuments = Findings(string.Concat(Enumerable.Repeat("apiVersion: v1\n---\n", 1500)));
        DiagnosticReport inOne = Findings(string.Concat(Enumerable.Repeat("a: 1\n", 1500)));
        DiagnosticReport exactly = Findings(string.Concat(Enumerable.Repeat("apiVersion: v1\n---\n", 1000)));

        inDocuments.Count(f => f.Code == "MESH0018").Should().Be(1);
        inDocuments.Should().HaveCount(1001);
        inOne.Count(f => f.Code == "MESH0018").Should().Be(1);
        exactly.Should().HaveCount(1000).And.NotContain(f => f.Code == "MESH0018");
    }

    [TestCase("data: {a: &b v, c: *b}")]
    [TestCase("data: {a: &b 'v', c: *b }")]
    [TestCase("data: {a: &b v,\n  c: *b}")]
    public void Anchors_and_aliases_inside_a_flow_map_are_read(string data)
    {
        IResource resource = Reader.Read("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n" + data).Should().ContainSingle().Subject;

        resource.Should().BeOfType<ConfigMap>().Which.Data.Should().Equal([new("a", "v"), new("c", "v")]);
    }

    [TestCase("a: .inf", "infinity")]
    [TestCase("a: !foo b", "tag")]
    [TestCase("a: !!int b", "does not fit its tag")]
    [TestCase("a: *b", "anchor")]
    [TestCase("a: &b [*b]", "inside the value")]
    [TestCase("<<: 1", "merged")]
    [TestCase("~: 1", "null")]
    [TestCase("[a]: 1", "map or list")]
    [TestCase("a: b\u0000", "U+0000")]
    [TestCase("{\"a\": \"\\ud800\"}", "surrogate")]
    [TestCase("{\"a\": 1e400}", "too large")]
    [TestCase("{\"a\": 1 // c\n}", "comments")]
    [TestCase("{\"a\" 1}", "':' belongs here")]
    [TestCase("{\"a\": 1,}", "double quotes")]
    [TestCase("{\"a\": 01}", "belongs here")]
    public void What_kubernetes_can_not_read_is_refused(string text, string message)
    {
        Diagnostic finding = Findings(text).Should().ContainSingle().Subject;

        finding.Code.Should().Be("MESH0001");
        finding.Message.Should().Contain(message);
    }

    [Test]
    public void Half_a_surrogate_pair_is_refused() =>
        Findings("a: \uD800").Should().ContainSingle().Which.Message.Should().Contain("U+D800");

    [Test]
    public void Bytes_that_are_no_utf8_are_refused_with_their_place()
    {
        Action read = () => Reader.Read(new byte[] { (byte)'a', (byte)'\n', (byte)'b', 0xFF }, "rules.yaml");

        read.Should().Throw<ResourceReadException>().Which.Report.Should().ContainSingle()
            .Which.Position.Should().Be(new SourcePosition("rules.yaml", 2, 2));
    }

    private static string AsItem(string document) =>
        "apiVersion: v1\nkind: List\nitems:\n- " + document.TrimEnd('\n').Replace("\n", "\n  ", StringComparison.Ordinal) + "\n";

    private static DiagnosticReport Findings(string text)
    {
        Action read = () => Reader.Read(text, "rules.yaml");
        return read.Should().Throw<ResourceReadException>().Which.Report;
    }
}
