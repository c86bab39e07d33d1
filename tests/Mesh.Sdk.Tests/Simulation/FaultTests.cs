using Mesh.Sdk.Simulation;
using Mesh.Sdk.Testing;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Simulation;

public sealed class FaultTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    [Test]
    public void Clusters_of_one_network_may_share_the_address_of_a_gateway()
    {
        SimulationReport report = Mesh(secondNetwork: "clouds").Simulate(s => s
            .Clients(from: "edge", requestsPerSecond: 10, "cart")
            .At(Minute, x => x.ScaleToZero("cart", on: "aws"))
            .For(TimeSpan.FromMinutes(3)));

        report.Must().LoseNoRequests("cart").And.SendAllTo("cart", "gke", at: TimeSpan.FromSeconds(62));
    }

    [Test]
    public void A_frozen_control_plane_does_not_tell_that_endpoints_are_gone()
    {
        SimulationReport report = Mesh().Simulate(s => s
            .Clients(from: "edge", requestsPerSecond: 10, "cart")
            .At(TimeSpan.FromSeconds(30), x => x.LoseControlPlane(recoversAfter: TimeSpan.FromSeconds(60)))
            .At(Minute, x => x.ScaleToZero("cart", on: "aws"))
            .For(TimeSpan.FromMinutes(3)));

        report.Share("cart", "aws", at: TimeSpan.FromSeconds(64)).Should().Be(1);
        report.TimeToFullFailover("cart", from: "aws", after: Minute).Should().BeLessThan(TimeSpan.FromSeconds(6), "outlier detection finds refused connections");
    }

    [Test]
    public void A_caller_answers_with_the_failures_of_what_it_calls_only_if_it_is_told_to()
    {
        Play(propagates: false).Must().LoseNoRequests("cart");
        Play(propagates: true).Lost("cart").Should().BeApproximately(120 * 10 * 0.5, 1);

        static SimulationReport Play(bool propagates) => Mesh(canEject: false).Simulate(s => s
            .Clients(from: "edge", requestsPerSecond: 10, "cart")
            .Calls(from: "cart", to: "orders", propagatesFailures: propagates)
            .At(Minute, x => x.Fail("orders", ratio: 0.5))
            .For(TimeSpan.FromMinutes(3)));
    }

    [Test]
    public void Load_above_the_capacity_is_refused_and_reported()
    {
        SimulationReport report = Mesh().Simulate(s => s
            .Clients(from: "edge", requestsPerSecond: 100, "cart")
            .WithService("cart", b => b.WithCapacity(25))
            .At(Minute, x => x.ScaleTo("cart", on: "aws", replicas: 1))
            .For(TimeSpan.FromMinutes(2)));

        report.PeakUtilizationRatio("cart", "aws").Should().BeGreaterThan(1);
        report.Lost("cart", FailureCause.Overload).Should().BePositive();
        FluentActions.Invoking(() => report.Must().StayWithinCapacity()).Should().Throw<MeshAssertionException>();
    }

    [Test]
    public void A_scenario_is_refused_with_all_its_mistakes()
    {
        Action simulate = () => Mesh().Simulate(s => s
            .Clients(from: "egde", requestsPerSecond: -1, "carts")
            .At(TimeSpan.FromMinutes(9), x => x.LoseRegion("eu-west-9"))
            .For(TimeSpan.FromMinutes(3)));

        simulate.Should().Throw<Sdk.Diagnostics.MeshDefinitionException>().Which.Report.Select(d => d.Code)
            .Should().BeEquivalentTo("MESH3001", "MESH3002", "MESH3005", "MESH3006", "MESH3011");
    }

    [TestCase(1e13, 1)]
    [TestCase(double.MaxValue, 1)]
    [TestCase(1, 1e300)]
    public void Loads_whose_sums_would_be_infinite_are_refused(double load, double callsPerRequest)
    {
        Action simulate = () => Mesh().Simulate(s => s.Clients(from: "edge", load, "cart").Calls("cart", "orders", callsPerRequest).For(TimeSpan.FromSeconds(3)));

        simulate.Should().Throw<Sdk.Diagnostics.MeshDefinitionException>().Which.Report.Select(d => d.Code).Should().Equal("MESH3005");
    }

    [Test]
    public void Calls_count_against_the_limit()
    {
        Action calls = () => Mesh().Simulate(s => s
            .Clients(from: "edge", requestsPerSecond: 1, "cart")
            .Calls("cart", "orders", 1e12)
            .PerRequest()
            .For(TimeSpan.FromSeconds(3)));

        calls.Should().Throw<Sdk.Diagnostics.MeshDefinitionException>().Which.Report.Select(d => d.Code).Should().Equal("MESH3008");
    }

    private static ServiceMesh Mesh(string secondNetwork = "flat", bool canEject = true) => ServiceMesh.Define("shop", m =>
    {
        m.AddCluster("edge", c => c.AsHost().OnAws("eu-west-3").InNetwork("flat"));
        m.AddCluster("aws", c => c.AsPeer().OnAws("eu-west-2").InNetwork(secondNetwork));
        m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2").InNetwork(secondNetwork));
        foreach (string service in (string[])["cart", "orders"])
        {
            m.AddService(service, "shop", s => s
                .OnPort(8080)
                .RunsOn("aws", replicas: 3)
                .RunsOn("gke", replicas: 3)
                .FailsOver(from: "eu-west-3", to: "eu-west-2")
                .EjectsOutliers(o => o.UpTo(canEject ? 100 : 1)));
        }
    });
}
