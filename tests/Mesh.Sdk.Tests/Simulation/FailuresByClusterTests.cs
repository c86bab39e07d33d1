using Mesh.Sdk.Simulation;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Simulation;

public sealed class FailuresByClusterTests
{
    private static readonly TimeSpan After = TimeSpan.FromSeconds(15);

    [TestCase(SimulationMode.Fluid)]
    [TestCase(SimulationMode.PerRequest)]
    public void Failures_are_told_by_the_cluster_that_failed(SimulationMode mode)
    {
        TrafficInterval interval = Play(mode, x => x.Fail("cart", on: "aws", ratio: 0.5)).Of("cart").Single().At(After);

        interval.FailuresByCluster.Keys.Should().Equal("aws");
        interval.FailuresByCluster["aws"].Should().BeApproximately(interval.FailuresPerSecond, 1e-9);
        interval.FailuresByCluster["aws"].Should().BeApproximately(0.5 * interval.ByCluster["aws"], mode == SimulationMode.Fluid ? 1e-9 : 5);
    }

    [Test]
    public void Failures_without_a_host_are_in_no_cluster()
    {
        TrafficInterval interval = Play(SimulationMode.Fluid, x => x.ScaleToZero("cart", on: "aws").ScaleToZero("cart", on: "gke")).Of("cart").Single().At(After);

        interval.FailuresPerSecond.Should().Be(100);
        interval.FailuresByCluster.Should().BeEmpty();
    }

    private static SimulationReport Play(SimulationMode mode, Action<FaultBuilder> fault) => ServiceMesh.Define("shop", m =>
    {
        m.AddCluster("edge", c => c.AsHost().OnAws("eu-west-3").InNetwork("flat"));
        m.AddCluster("aws", c => c.AsPeer().OnAws("eu-west-2").InNetwork("flat"));
        m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2").InNetwork("flat"));
        m.AddService("cart", "shop", s => s.OnPort(8080).RunsOn("aws", replicas: 1).RunsOn("gke", replicas: 1));
    }).Simulate(s =>
    {
        s.Clients(from: "edge", requestsPerSecond: 100).At(TimeSpan.FromSeconds(10), fault).For(TimeSpan.FromSeconds(20));
        _ = mode == SimulationMode.PerRequest ? s.PerRequest(seed: 1) : s;
    });
}
