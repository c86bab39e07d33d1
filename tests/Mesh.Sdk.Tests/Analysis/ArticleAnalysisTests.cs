using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>The article's mesh and rules, as examples/HybridFailover has them, and the same corrected.</summary>
public sealed class ArticleAnalysisTests
{
    private const string Host = "waynz0r-1009-02-aws";
    private const string Aws = "waynz0r-1009-01-aws";
    private const string Gke = "waynz0r-1009-01-gke";

    [Test]
    public void The_articles_threshold_is_reported_as_ignored() =>
        Article().Where(d => d.Code == "MESH2101").Select(d => d.Object).Should().BeEquivalentTo(
            $"{Host}: DestinationRule backyards-demo/frontpage-outlier",
            $"{Host}: DestinationRule backyards-demo/bydemo-outlier");

    [Test]
    public void The_articles_ejection_limit_is_reported_to_eject_nothing_among_two_hosts()
    {
        Diagnostic finding = Article().Single(d => d.Code == "MESH2102" && d.Object!.EndsWith("frontpage-outlier", StringComparison.Ordinal));

        finding.Message.Should().Contain("see 2 hosts (0 endpoints and 2 gateways to other networks) of frontpage.backyards-demo.svc.cluster.local")
            .And.Contain("unset and so 10").And.Contain("50 % (100 * (0 + 1) / 2)");
    }

    [Test]
    public void The_articles_wildcard_rule_is_reported_to_be_hidden_from_movies()
    {
        Diagnostic finding = Article(mesh => mesh.OnHost(Host, "bombardier", "movies")).Single(d => d.Code == "MESH2103");

        finding.Object.Should().Be($"{Host}: DestinationRule backyards-demo/movies");
        finding.Message.Should().Contain("backyards-demo/bydemo-outlier").And.Contain("outlierDetection");
    }

    [Test]
    public void The_articles_mesh_is_reported_to_keep_failing_hosts() =>
        Article().Should().Contain(d => d.Code == "MESH2156" && d.Path.StartsWith("services[backyards-demo/frontpage]", StringComparison.Ordinal));

    [Test]
    public void The_objects_alone_tell_the_same()
    {
        ResourceSet resources = Resources(Define(d => d.OnHost(Host, "bombardier", "movies")));

        resources.Analyze().Select(d => d.Code).Should().Contain(["MESH2101", "MESH2102", "MESH2103"]);
    }

    [Test]
    public void Applying_the_fixes_twice_corrects_the_article_as_the_hidden_blocks_need_fixes_too()
    {
        ServiceMesh mesh = Define(d => d.OnHost(Host, "bombardier", "movies"));
        ResourceSet corrected = mesh.Analyze(Resources(mesh)).ApplyFixes(Resources(mesh));
        corrected = mesh.Analyze(corrected).ApplyFixes(corrected);

        mesh.Analyze(corrected).Select(d => d.Code).Should().NotContain(["MESH2101", "MESH2102", "MESH2103", "MESH2156"]);
    }

    [Test]
    public void The_corrected_definition_has_none_of_the_findings()
    {
        ServiceMesh mesh = Define(d => d
            .OnHost(Host, "bombardier")
            .WithService("frontpage", s => s.FailsOver(from: "eu-west-3", to: "eu-west-2").EjectsOutliers()));

        mesh.Analyze().Where(d => d.Severity != DiagnosticSeverity.Info).Select(d => d.Code).Distinct()
            .Should().BeSubsetOf(["MESH2110", "MESH2873"], "one gateway address is what the article has, and movies runs nowhere in it");
    }

    private static DiagnosticReport Article() => Article(d => d.OnHost(Host, "bombardier"));

    private static DiagnosticReport Article(Action<DemoApplicationBuilder> place)
    {
        ServiceMesh mesh = Define(place);
        return mesh.Analyze(Resources(mesh));
    }

    private static ResourceSet Resources(ServiceMesh mesh)
    {
        string text = File.ReadAllText(Path.Combine(TestFolders.Repository(), "examples", "HybridFailover", "article-rules.yaml"));
        return mesh.Render().Merge(ResourceSet.From(new ResourceReader(MeshKinds.All).Read(text), Host));
    }

    private static ServiceMesh Define(Action<DemoApplicationBuilder> place) => ServiceMesh.Define("backyards", m =>
    {
        m.AddCluster(Host, c => c.AsHost().OnAws("eu-west-3").WithGatewayAddresses("15.236.163.90").WithRevision("cp-v17x.istio-system"));
        m.AddCluster(Aws, c => c.AsPeer().OnAws("eu-west-2").WithGatewayAddresses("3.11.47.43").WithRevision("cp-v17x.istio-system"));
        m.AddCluster(Gke, c => c.AsPeer().OnGoogleCloud("europe-west2").WithGatewayAddresses("35.197.239.240").WithRevision("cp-v17x.istio-system"));
        m.AddDemoApplication(d =>
        {
            place(d);
            d.OnPeer(Aws, "frontpage", "bookings", "catalog")
                .OnPeer(Gke, "frontpage", "bookings", "catalog")
                .WithService("frontpage", s => s.ExposedAt("frontpage.1pj1gx.backyards.banzaicloud.io"));
        });
    });
}
