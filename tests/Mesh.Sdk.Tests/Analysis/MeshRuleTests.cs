using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Tests.Pages;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>Rules about definitions; their pages run with all others.</summary>
public sealed class MeshRuleTests
{
    private static string[] Codes => [.. Analyzers.OfMeshes.SelectMany(a => a.Rules).Select(r => r.Descriptor.Code)];

    [Test]
    public void Every_rule_about_definitions_has_a_code_and_a_page_with_definitions_of_its_own()
    {
        Codes.Should().OnlyHaveUniqueItems().And.BeSubsetOf(DefinitionPages.Codes);
        Codes.Should().NotIntersectWith(Analyzers.All.SelectMany(a => a.Rules).Select(r => r.Descriptor.Code));
    }

    [Test]
    public void An_outage_is_reported_with_the_decision_that_makes_it_fail()
    {
        DiagnosticReport report = DefinitionPages.Run("MESH2156", "Bad").Analysis;

        report.Where(d => d.Code == "MESH2156" && d.Message.Contains("cluster aws", StringComparison.Ordinal))
            .Should().ContainSingle().Which.Message.Should()
            .Contain("10 % (Envoy's default) of 4 hosts allows 0 ejections").And.Contain("the ingress in aws (eu-west-2)");
    }
}
