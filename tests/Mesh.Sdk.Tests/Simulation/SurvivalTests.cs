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
    public void A_mesh_that_may_eject_all_hosts_survives_within_its_connect_timeout_unless_they_return_too_early()
    {
        SurvivalOptions options = new() { Budget = TimeSpan.FromSeconds(11) };

        Mesh(ejectedFor: TimeSpan.FromMinutes(10)).Survives(Loss.OfAnyRegion | Loss.OfAnyProvider, options).Must().SurviveAll();
        Mesh(ejectedFor: TimeSpan.FromSeconds(30)).Survives(Loss.OfAnyRegion, options).Fatal.Should().ContainSingle().Which.FailedFor["shop/orders"]
            .Should().BeGreaterThan(TimeSpan.FromSeconds(30), "each return costs another connect timeout");

        static ServiceMesh Mesh(TimeSpan ejectedFor) => ServiceMesh.Define("shop", m =>
        {
            m.AddCluster("edge", c => c.AsHost().OnAws("eu-west-3").InNetwork("flat"));
            m.AddCluster("aws", c => c.AsPeer().OnAws("eu-west-2").InNetwork("flat"));
            m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2").InNetwork("flat"));
            m.AddService("orders", "shop", s => s
                .OnPort(8080)
                .RunsOn("aws", replicas: 2)
                .RunsOn("gke", replicas: 2)
                .EjectsOutliers(o => o.AfterConsecutive5xx(5).UpTo(100).For(ejectedFor))
                .FailsOver(from: "eu-west-3", to: "eu-west-2"));
        });
    }

    [Test]
    public void Clients_of_a_lost_cluster_count_as_lost()
    {
        SurvivalReport report = FaultMesh.Define().Survives(Loss.OfAnyCluster, new()
        {
            Configure = s => s.Clients(from: "edge", c => c.Ramp(0, 120, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120)).To("cart")),
            Duration = TimeSpan.FromSeconds(180),
        });

        LossResult edge = report.Results.Single(r => r.Losses[0].Cluster == "edge");
        edge.LostClients.Should().Equal("edge");
        edge.LostRequests.Should().BeApproximately((60 * 60) + (60 * 120), 1e-6);
        edge.IsSurvived.Should().BeTrue("no request that was sent failed");
        report.Results.Single(r => r.Losses[0].Cluster == "spare").LostClients.Should().BeEmpty();
    }

    [Test]
    public void A_search_that_tried_nothing_proves_nothing()
    {
        SurvivalReport report = FaultMesh.Define().Survives(Loss.None);

        FluentActions.Invoking(() => report.Must().SurviveAll()).Should().Throw<MeshAssertionException>().WithMessage("No loss was tried*");
    }
}
