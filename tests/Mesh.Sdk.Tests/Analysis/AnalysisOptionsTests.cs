using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis;

public sealed class AnalysisOptionsTests
{
    private const string Text = """
        # A comment.
        apiVersion: v1
        kind: List
        items:
        - apiVersion: networking.istio.io/v1
          kind: DestinationRule
          metadata: {name: first, namespace: shop}
          spec:
            host: first.shop.svc.cluster.local
            trafficPolicy:
              outlierDetection:
                maxEjectionPercent: 110
        ---
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata:
          name: second
          namespace: shop
        spec:
          host: second.shop.svc.cluster.local
          trafficPolicy:
            outlierDetection: {maxEjectionPercent: 120}
        """;

    private static readonly SourcedResources Read = new ResourceReader(MeshKinds.All).ReadWithPositions(Text, "rules.yaml");

    [Test]
    public void Findings_have_the_position_of_the_field()
    {
        IEnumerable<string> places = Read.Analyze().Where(d => d.Code == "MESH2243").Select(d => $"{d.Position} {d.Object} {d.Path}");

        places.Should().Equal(
            "rules.yaml(12,29) DestinationRule shop/first spec.trafficPolicy.outlierDetection.maxEjectionPercent",
            "rules.yaml(22,44) DestinationRule shop/second spec.trafficPolicy.outlierDetection.maxEjectionPercent");
    }

    [Test]
    public void Positions_hold_for_the_clusters_that_objects_are_put_into()
    {
        ResourceSet elsewhere = ResourceSet.From(Read.Resources.Resources, "north");

        DiagnosticReport report = elsewhere.Analyze(new AnalysisOptions { Sources = Read.Sources });

        report.Where(d => d.Code == "MESH2243").Should().OnlyContain(d => d.Position != null && d.Object!.StartsWith("north: "));
    }

    [Test]
    public void A_suppressed_finding_is_kept_apart_with_its_reason()
    {
        AnalysisOptions options = new() { Suppressions = [new("MESH22*", "* shop/first", "Known since spring.")] };

        DiagnosticReport report = Read.Analyze(options);

        report.Where(d => d.Code == "MESH2243").Should().ContainSingle().Which.Object.Should().Be("DestinationRule shop/second");
        report.Suppressed.Should().ContainSingle(s => s.Diagnostic.Code == "MESH2243")
            .Which.Should().Match<SuppressedDiagnostic>(s => s.Reason == "Known since spring." && s.Diagnostic.Object == "DestinationRule shop/first");
    }

    [Test]
    public void An_object_suppresses_its_findings_by_the_annotation_that_istioctl_knows()
    {
        ResourceSet annotated = Read.Resources.Select<DestinationRule>(r =>
            r with { Metadata = r.Metadata with { Annotations = EquatableMap.Create<string>([new("galley.istio.io/analyze-suppress", "IST0101, MESH2243")]) } });

        DiagnosticReport report = annotated.Analyze();

        report.Should().NotContain(d => d.Code == "MESH2243");
        report.Suppressed.Count(s => s.Diagnostic.Code == "MESH2243").Should().Be(2);
    }

    [Test]
    public void A_minimum_severity_leaves_out_what_matters_less()
    {
        DiagnosticReport report = Read.Analyze(new AnalysisOptions { MinimumSeverity = DiagnosticSeverity.Error });

        report.Should().OnlyContain(d => d.Severity == DiagnosticSeverity.Error);
        report.Should().Contain(d => d.Code == "MESH2243");
    }
}
