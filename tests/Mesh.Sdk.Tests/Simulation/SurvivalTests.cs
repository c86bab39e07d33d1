using Mesh.Sdk.Simulation;
using Mesh.Sdk.Testing;
using Mesh.Sdk.Tests.Topology;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Simulation;

public sealed class SurvivalTests
{
    [Test]
    public void The_article_does_not_survive_its_first_region_as_nothing_may_be_ejected()
    {
        SurvivalReport report = ArticleMesh.Define().Survives(Loss.OfAnyRegion);

        report.Results.Should().HaveCount(3);
        report.Fatal.Should().ContainSingle().Which.Losses.Should().ContainSingle().Which.Region.Should().Be("eu-west-2");
        FluentActions.Invoking(() => report.Must().SurviveAll()).Should().Throw<MeshAssertionException>().WithMessage("*eu-west-2*");
    }

    [Test]
    public void A_mesh_that_may_eject_all_hosts_survives_within_its_connect_timeout()
    {
        ServiceMesh mesh = ServiceMesh.Define("shop", m =>
        {
            m.AddCluster("edge", c => c.AsHost().OnAws("eu-west-3").InNetwork("flat"));
            m.AddCluster("aws", c => c.AsPeer().OnAws("eu-west-2").InNetwork("flat"));
            m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2").InNetwork("flat"));
            m.AddService("orders", "shop", s => s
                .OnPort(8080)
                .RunsOn("aws", replicas: 2)
                .RunsOn("gke", replicas: 2)
                .EjectsOutliers(o => o.AfterConsecutive5xx(5).UpTo(100))
                .FailsOver(from: "eu-west-3", to: "eu-west-2"));
        });

        mesh.Survives(Loss.OfAnyRegion | Loss.OfAnyProvider, new() { Budget = TimeSpan.FromSeconds(11) }).Must().SurviveAll();
    }
}
