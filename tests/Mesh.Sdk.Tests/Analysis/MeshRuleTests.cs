using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Tests.Topology;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Analysis;

public sealed class MeshRuleTests
{
    private static DefinitionCase[] Cases => MeshRuleCases.All;

    [TestCaseSource(nameof(Cases))]
    public void The_bad_definition_of_the_page_has_the_finding(DefinitionCase definition)
    {
        DiagnosticReport report = ServiceMesh.Define("shop", definition.Bad).Analyze();

        report.Should().Contain(d => d.Code == definition.Code);
        report.Should().OnlyContain(d => !d.Message.Contains('{') && !d.Remedy.Contains('{'));
    }

    [TestCaseSource(nameof(Cases))]
    public void The_good_definition_of_the_page_has_not(DefinitionCase definition) =>
        ServiceMesh.Define("shop", definition.Good).Analyze().Should().NotContain(d => d.Code == definition.Code);

    [Test]
    public void Every_rule_about_definitions_has_a_case_and_a_page()
    {
        string[] codes = [.. Analyzers.OfMeshes.SelectMany(a => a.Rules).Select(r => r.Descriptor.Code)];
        string pages = Path.Combine(TestFolders.Repository(), "docs", "diagnostics");

        codes.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(Cases.Select(c => c.Code));
        codes.Where(c => !File.Exists(Path.Combine(pages, c + ".md"))).Should().BeEmpty();
        codes.Should().NotIntersectWith(Analyzers.All.SelectMany(a => a.Rules).Select(r => r.Descriptor.Code));
    }

    [Test]
    public void An_outage_is_reported_with_the_decision_that_makes_it_fail()
    {
        DiagnosticReport report = ServiceMesh.Define("shop", Cases.Single(c => c.Code == "MESH2156").Bad).Analyze();

        report.Where(d => d.Code == "MESH2156" && d.Message.Contains("cluster aws", StringComparison.Ordinal))
            .Should().ContainSingle().Which.Message.Should()
            .Contain("10 % (Envoy's default) of 4 hosts allows 0 ejections").And.Contain("the ingress in aws (eu-west-2)");
    }
}
