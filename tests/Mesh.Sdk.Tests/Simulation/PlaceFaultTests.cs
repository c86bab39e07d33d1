using Mesh.Sdk.Simulation;
using Mesh.Sdk.Topology;
using static Mesh.Sdk.Tests.Simulation.FaultMesh;

namespace Mesh.Sdk.Tests.Simulation;

/// <summary>Loss of places and of what connects them, with what it costs and how it ends.</summary>
public sealed class PlaceFaultTests
{
    private static readonly TestCaseData[] LossesOfMain =
    [
        Loss("cluster", x => x.LoseCluster("main", Lasts)),
        Loss("region", x => x.LoseRegion("europe-west2", Lasts)),
        Loss("provider", x => x.LoseProvider(CloudProvider.GoogleCloud, Lasts)),
        Loss("partition", x => x.Partition("main", from: "edge", Lasts)),
    ];

    [TestCaseSource(nameof(LossesOfMain))]
    public void A_lost_place_swallows_requests_until_it_is_ejected(Action<FaultBuilder> fault)
    {
        SimulationReport report = Define().Play(fault);

        report.TimeToFullFailover("cart", from: "main").Should().BeCloseTo(TimeSpan.FromSeconds(10.1), TimeSpan.FromSeconds(0.1), "connections time out after 10 s");
        report.Lost("cart", FailureCause.ConnectFailure).Should().BeInRange(20 * Rate, 20.2 * Rate, "pods return once while they are still lost, and cost as much again");
        report.Events.Should().Contain(e => e.Kind == SimulationEventKind.Ejected && e.Subject!.EndsWith(".main", StringComparison.Ordinal));
        report.ErrorsAt(90).Should().Be(0);
        report.ShouldHaveRecovered();
    }

    [TestCaseSource(nameof(LossesOfMain))]
    public void A_lost_place_swallows_requests_until_it_is_back_if_nothing_may_be_ejected(Action<FaultBuilder> fault)
    {
        SimulationReport report = Define(canEject: false).Play(fault);

        report.Lost("cart").Should().BeApproximately(60 * Rate, 1e-6);
        report.RecoveryTime("cart").Should().Be(Lasts);
        report.ShouldHaveRecovered();
    }

    [Test]
    public void A_lost_zone_costs_time_until_its_nodes_count_as_not_ready()
    {
        SimulationReport report = Define(canEject: false).Play(x => x.LoseZone("europe-west2-a", Lasts));

        report.TimeToDetect("cart").Should().Be(TimeSpan.FromSeconds(41), "40 s until the nodes count as not ready, and 1 s until clients know");
        Latency(report, 90).Should().BeGreaterThan(TimeSpan.FromSeconds(5), "two of three pods swallow connections for 10 s");
        Latency(report, 102).Should().Be(TimeSpan.FromSeconds(0.01));
        report.ErrorsAt(102).Should().Be(0);
        report.MainAt(102).Should().BeApproximately(0.46, 1e-9, "one of three pods is ready: 33 % healthy, by 1.4");
        report.ShouldHaveRecovered();
    }

    [Test]
    public void A_lost_gateway_refuses_connections_and_is_ejected_at_once()
    {
        SimulationReport report = Define(networkOfMain: "other").Play(x => x.LoseGateway("main", Lasts));

        report.Lost("cart", FailureCause.ConnectFailure).Should().BeInRange(2.5, 3.5, "five tries eject the one host that the gateway is, for both zones behind it, and once more when it returns");
        report.TimeToFullFailover("cart", from: "main").Should().BeLessThan(TimeSpan.FromSeconds(0.05));
        report.TimeToReturn("cart", "main", after: Recovered).Should().Be(TimeSpan.FromSeconds(50), "30 s and then 60 s are up at sweeps, every 10 s");
        report.ShouldHaveRecovered();
    }

    [Test]
    public void A_lost_gateway_does_not_matter_inside_one_network() =>
        Define().Play(x => x.LoseGateway("main", Lasts)).Lost("cart").Should().Be(0);

    [Test]
    public void A_partition_between_others_does_not_matter() =>
        Define().Play(x => x.Partition("main", from: "spare", Lasts)).Lost("cart").Should().Be(0);

    [Test]
    public void A_frozen_configuration_sends_to_pods_that_are_gone_until_the_control_plane_is_back()
    {
        SimulationReport report = Define(canEject: false).Play(
            x => x.ScaleToZero("cart", on: "main", TimeSpan.FromSeconds(120)),
            s => s.At(TimeSpan.FromSeconds(30), x => x.LoseControlPlane(recoversAfter: TimeSpan.FromSeconds(60))));

        (report.ErrorsAt(64), report.ErrorsAt(66), report.ErrorsAt(90.5), report.ErrorsAt(92)).Should().Be((0, 1, 1, 0));
        report.Lost("cart", FailureCause.ConnectFailure).Should().BeApproximately((91 - 65) * Rate, 1e-6, "pods drain until 65 s, and clients know 1 s after the control plane is back");
        report.ShouldHaveRecovered();
    }

    [Test]
    public void A_delay_of_discovery_makes_clients_learn_that_much_later()
    {
        SimulationReport report = Define(canEject: false).Play(
            x => x.ScaleToZero("cart", on: "main", Lasts),
            s => s.At(TimeSpan.FromSeconds(50), x => x.DelayDiscovery(TimeSpan.FromSeconds(20), recoversAfter: TimeSpan.FromSeconds(60))));

        report.TimeToFullFailover("cart", from: "main", after: At).Should().Be(TimeSpan.FromSeconds(21));
        report.Lost("cart").Should().BeApproximately((81 - 65) * Rate, 1e-6);
        report.TimeToReturn("cart", "main", after: Recovered).Should().Be(TimeSpan.FromSeconds(1), "the delay is over by then");
        report.ShouldHaveRecovered();
    }

    [Test]
    public void A_host_that_returns_dead_is_found_dead_after_another_connect_timeout()
    {
        SimulationReport report = Define().Play(x => x.LoseCluster("main"));

        double[] ejections = [.. report.Events.Where(e => e.Kind == SimulationEventKind.Ejected).Select(e => e.At.TotalSeconds)];
        double returned = report.Events.First(e => e.Kind == SimulationEventKind.Returned).At.TotalSeconds;
        ejections.First(at => at > returned).Should().BeApproximately(returned + 10.1, 0.1);
    }

    private static TimeSpan Latency(SimulationReport report, double second) => report.Of("cart").Single().At(TimeSpan.FromSeconds(second)).MeanLatency;

    private static TestCaseData Loss(string name, Action<FaultBuilder> fault) => new TestCaseData(fault).SetArgDisplayNames(name);
}
