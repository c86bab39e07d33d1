using Mesh.Sdk.Simulation;
using static Mesh.Sdk.Tests.Simulation.FaultMesh;

namespace Mesh.Sdk.Tests.Simulation;

/// <summary>Faults of the endpoints of one service, with what they cost and how they end.</summary>
public sealed class ServiceFaultTests
{
    [Test]
    public void Scaling_to_zero_moves_all_to_the_next_cluster_and_back()
    {
        SimulationReport report = Define().Play(x => x.ScaleToZero("cart", on: "main", Lasts));

        report.Lost("cart").Should().Be(0, "pods drain for longer than clients take to learn of it");
        (report.MainAt(60.5), report.MainAt(61.5)).Should().Be((1, 0));
        report.TimeToReturn("cart", "main", after: Recovered).Should().Be(TimeSpan.FromSeconds(1));
        report.ShouldHaveRecovered();
    }

    [Test]
    public void Scaling_to_n_leaves_all_to_n_pods_and_refuses_what_they_cannot_take()
    {
        SimulationReport report = Define(canEject: false).Play(x => x.ScaleTo("cart", on: "main", 1, Lasts), s => s.WithService("cart", b => b.WithCapacity(40)));

        report.MainAt(100).Should().Be(1, "one pod of one is healthy");
        report.Lost("cart", FailureCause.Overload).Should().BeApproximately((Rate - 40) * 60, 1e-6);
        report.Lost("cart").Should().BeApproximately((Rate - 40) * 60, 1e-6);
        report.PeakUtilizationRatio("cart", "main").Should().BeApproximately(Rate / 40, 1e-9);
        report.ShouldHaveRecovered();
    }

    [Test]
    public void Errors_are_lost_with_their_probability_as_they_are_not_tried_again()
    {
        SimulationReport report = Define(canEject: false).Play(x => x.Fail("cart", on: "main", status: 500, ratio: 0.3, Lasts));

        report.Lost("cart", FailureCause.ErrorAnswer).Should().BeApproximately(Rate * 0.3 * 60, 1e-6);
        report.RecoveryTime("cart").Should().Be(Lasts);
        report.ShouldHaveRecovered();
    }

    [Test]
    public void Gateway_errors_were_tried_twice_more_before_istio_1_24()
    {
        SimulationReport report = Define(canEject: false).Play(x => x.Fail("cart", on: "main", status: 503, ratio: 0.3, Lasts), s => s.WithIstio(new(1, 20)));

        report.Lost("cart").Should().BeApproximately(Rate * Math.Pow(0.3, 3) * 60, 1e-6);
        report.ShouldHaveRecovered();
    }

    [Test]
    public void Five_errors_in_a_row_eject_a_pod_and_its_time_out_doubles_while_it_fails()
    {
        SimulationReport report = Define().Play(x => x.Fail("cart", on: "main", status: 500, recoversAfter: Lasts));

        report.TimeToDetect("cart").Should().BeCloseTo(TimeSpan.FromSeconds(5.0 / 30), TimeSpan.FromMilliseconds(1));
        EventTimes(report, SimulationEventKind.Returned).Should().Equal([100, 170], "30 s and then 60 s are up at sweeps, every 10 s");
        report.TimeToReturn("cart", "main", after: Recovered).Should().Be(TimeSpan.FromSeconds(50));
        report.ShouldHaveRecovered();
    }

    [Test]
    public void Slow_endpoints_fail_once_a_timeout_says_so()
    {
        SimulationReport report = Define().Play(x => x.SlowDown("cart", TimeSpan.FromSeconds(2), on: "main", Lasts), s => s.WithResources(Routes.To("cart", r => r with { Timeout = TimeSpan.FromSeconds(1) })));

        report.Lost("cart").Should().Be(report.Lost("cart", FailureCause.Timeout));
        report.TimeToDetect("cart").Should().BeCloseTo(TimeSpan.FromSeconds(1 + (5.0 / 30)), TimeSpan.FromMilliseconds(1), "the fifth answer that is late by a second");
        report.MainAt(62).Should().Be(0);
        report.ShouldHaveRecovered();
    }

    [Test]
    public void Slow_endpoints_without_a_timeout_only_cost_time()
    {
        SimulationReport report = Define().Play(x => x.SlowDown("cart", TimeSpan.FromSeconds(2), on: "main", Lasts));

        report.Lost("cart").Should().Be(0);
        report.Of("cart").Single().At(TimeSpan.FromSeconds(90)).MeanLatency.Should().Be(TimeSpan.FromSeconds(2.01));
        report.Of("cart").Single().At(TimeSpan.FromSeconds(130)).MeanLatency.Should().Be(TimeSpan.FromSeconds(0.01));
    }

    [Test]
    public void A_black_hole_is_found_when_connections_time_out()
    {
        SimulationReport report = Define().Play(x => x.BlackHole("cart", on: "main", Lasts));

        report.Lost("cart").Should().Be(report.Lost("cart", FailureCause.ConnectFailure));
        report.TimeToFullFailover("cart", from: "main").Should().BeCloseTo(TimeSpan.FromSeconds(10.1), TimeSpan.FromSeconds(0.1));
        report.ErrorsAt(80).Should().Be(0);
        report.ShouldHaveRecovered();
    }

    [Test]
    public void A_bad_rollout_fails_where_its_version_runs_only()
    {
        SimulationReport bad = Define(canEject: false).Play(x => x.RollOutBroken("cart", version: "v2", ratio: 0.5, recoversAfter: Lasts));
        SimulationReport other = Define(canEject: false).Play(x => x.RollOutBroken("cart", version: "v1", recoversAfter: Lasts));

        bad.Lost("cart", FailureCause.ErrorAnswer).Should().BeApproximately(Rate * 0.5 * 60, 1e-6);
        bad.ShouldHaveRecovered();
        other.Lost("cart").Should().Be(0);
    }

    private static IEnumerable<double> EventTimes(SimulationReport report, SimulationEventKind kind) =>
        report.Events.Where(e => e.Kind == kind).Select(e => e.At.TotalSeconds).Distinct();
}
