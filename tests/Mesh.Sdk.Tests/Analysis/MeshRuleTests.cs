using Mesh.Sdk.Analysis;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Tests.Pages;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Analysis;

public sealed class MeshRuleTests
{
    [Test]
    public void Every_rule_about_definitions_has_a_page_with_definitions_and_a_code_of_its_own()
    {
        string[] codes = [.. Analyzers.OfMeshes.SelectMany(a => a.Rules).Select(r => r.Descriptor.Code)];

        codes.Should().OnlyHaveUniqueItems().And.BeSubsetOf(DefinitionPages.Codes);
        codes.Should().NotIntersectWith(Analyzers.All.SelectMany(a => a.Rules).Select(r => r.Descriptor.Code));
    }

    [Test]
    public void An_outage_is_reported_with_the_decision_that_makes_it_fail() =>
        DefinitionPages.Run("MESH2156", "Bad").Analysis
            .Where(d => d.Code == "MESH2156" && d.Message.Contains("cluster aws", StringComparison.Ordinal))
            .Should().ContainSingle().Which.Message.Should()
            .Contain("10 % (Envoy's default) of 4 hosts allows 0 ejections").And.Contain("the ingress in aws (eu-west-2)");

    [Test]
    public void A_priority_that_spans_clusters_is_not_reported_as_the_only_one()
    {
        ServiceMesh mesh = ServiceMesh.Define("shop", m => m
            .AddCluster("a", c => c.AsHost().OnAws("eu-west-1").WithGatewayAddresses("10.0.0.1", "10.0.0.2"))
            .AddCluster("b", c => c.AsHost().OnAws("eu-west-2").WithGatewayAddresses("10.1.0.1", "10.1.0.2"))
            .AddCluster("g", c => c.AsHost().OnGoogleCloud("europe-west2").WithGatewayAddresses("10.2.0.1", "10.2.0.2"))
            .AddService("s", "shop", s => s
                .OnPort(8080)
                .RunsOn("a", replicas: 3)
                .RunsOn("b", replicas: 3)
                .FailsOver("eu-west-1", "eu-west-2")
                .FailsOver("eu-west-2", "eu-west-1")
                .EjectsOutliers()));

        mesh.Analyze().Select(d => d.Code).Should().NotContain("MESH2108");
    }

    [Test]
    public void Rendered_objects_are_not_blamed_for_the_gateways_of_the_platform()
    {
        ServiceMesh mesh = ServiceMesh.Define("shop", m => m
            .AddCluster("a", c => c.AsHost().OnAws("eu-west-1").WithGatewayAddresses("10.0.0.1", "10.0.0.2"))
            .AddCluster("b", c => c.AsHost().OnAws("eu-west-2").WithGatewayAddresses("10.1.0.1", "10.1.0.2"))
            .AddService("s", "shop", s => s.OnPort(8080).RunsOn("a").RunsOn("b").ExposedAt("s.example.com")));

        mesh.Render().Analyze().Select(d => d.Code).Should().NotContain("MESH2883");
    }
}
