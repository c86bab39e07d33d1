using Mesh.Sdk.Istio;
using Mesh.Sdk.Simulation;
using Mesh.Sdk.Tests.Topology;

namespace Mesh.Sdk.Tests.Simulation;

/// <summary>The outage of the article: AWS is lost at second 60, and GKE takes over.</summary>
public sealed class ArticleOutageTests
{
    private const string Ingress = "waynz0r-1009-02-aws";
    private const string Aws = "waynz0r-1009-01-aws";
    private const string Gke = "waynz0r-1009-01-gke";

    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    [Test]
    public void Scaling_aws_to_zero_moves_every_request_to_gke_and_loses_none()
    {
        SimulationReport report = ArticleMesh.Define().Simulate(s => s
            .Clients(from: Ingress, requestsPerSecond: 100)
            .At(Minute, x => x.ScaleToZero("frontpage", on: Aws))
            .For(TimeSpan.FromMinutes(3)));

        report.Share("frontpage", Aws, at: TimeSpan.FromSeconds(59)).Should().Be(1);
        report.Share("frontpage", Gke, at: TimeSpan.FromSeconds(61)).Should().Be(1);
        report.Lost("frontpage").Should().Be(0);
        report.Requests("frontpage").Should().BeApproximately(18_000, 1e-6);
        report.TimeToFullFailover("frontpage", from: Aws).Should().Be(TimeSpan.FromSeconds(1));
        report.RecoveryTime("frontpage").Should().Be(TimeSpan.Zero);
    }

    [Test]
    public void Pods_that_end_before_clients_know_lose_requests_as_the_gateway_is_the_only_host_of_its_priority()
    {
        SimulationReport report = ArticleMesh.Define().Simulate(s => s
            .Clients(from: Ingress, requestsPerSecond: 100)
            .At(Minute, x => x.ScaleToZero("frontpage", on: Aws))
            .WithDrainTime(TimeSpan.Zero)
            .For(TimeSpan.FromMinutes(3)));

        report.Lost("frontpage", FailureCause.ConnectFailure).Should().BeApproximately(100, 1e-6);
        report.RecoveryTime("frontpage").Should().Be(TimeSpan.FromSeconds(1));
    }

    [Test]
    public void Errors_never_fail_over_under_the_rules_of_the_article()
    {
        SimulationReport report = Outage(maxEjectionPercent: null);

        report.Share("frontpage", Gke, at: TimeSpan.FromSeconds(179)).Should().Be(0);
        report.Lost("frontpage").Should().BeApproximately(12_000, 1e-6);
        report.RecoveryTime("frontpage").Should().BeNull();
        SimulationEvent refused = report.Events.First(e => e.Kind == SimulationEventKind.EjectionRefused);
        refused.Cause.Object.Should().Be("DestinationRule backyards-demo/frontpage");
        refused.Cause.Field.Should().Be("spec.trafficPolicy.outlierDetection.maxEjectionPercent");
    }

    [Test]
    public void Errors_fail_over_once_all_hosts_may_be_ejected()
    {
        SimulationReport report = Outage(maxEjectionPercent: 100);

        report.Share("frontpage", Gke, at: TimeSpan.FromSeconds(179)).Should().Be(1);
        report.Lost("frontpage").Should().BeApproximately(7, 0.01, "seven errors in a row eject the gateway");
        report.TimeToDetect("frontpage").Should().BeCloseTo(TimeSpan.FromSeconds(0.07), TimeSpan.FromMilliseconds(1));
    }

    [Test]
    public void A_host_returns_after_its_ejection_and_is_ejected_again_while_it_fails()
    {
        SimulationReport report = ArticleMesh.Define().Simulate(s => s
            .Clients(from: Ingress, requestsPerSecond: 100)
            .WithResources(Rule(100))
            .At(Minute, x => x.Fail("frontpage", on: Aws, recoversAfter: TimeSpan.FromMinutes(30)))
            .For(TimeSpan.FromMinutes(60)));

        report.Events.Where(e => e.Kind == SimulationEventKind.Ejected).Select(e => Math.Round(e.At.TotalMinutes, 1)).Should().Equal(1, 20);
        report.Share("frontpage", Aws, at: TimeSpan.FromMinutes(59)).Should().Be(1);
    }

    private static SimulationReport Outage(int? maxEjectionPercent) => ArticleMesh.Define().Simulate(s => s
        .Clients(from: Ingress, requestsPerSecond: 100)
        .WithResources(Rule(maxEjectionPercent))
        .At(Minute, x => x.Fail("frontpage", on: Aws, status: 503))
        .For(TimeSpan.FromMinutes(3)));

    private static DestinationRule Rule(int? maxEjectionPercent) => new()
    {
        Metadata = new("frontpage", "backyards-demo"),
        Spec = new()
        {
            Host = "frontpage.backyards-demo.svc.cluster.local",
            TrafficPolicy = new()
            {
                LoadBalancer = new() { LocalityLbSetting = new() { Enabled = true, Failover = [new() { From = "eu-west-3", To = "eu-west-2" }] } },
                OutlierDetection = new()
                {
                    Consecutive5xxErrors = 7,
                    Interval = TimeSpan.FromMinutes(5),
                    BaseEjectionTime = TimeSpan.FromMinutes(15),
                    MaxEjectionPercent = maxEjectionPercent,
                },
            },
        },
    };
}
