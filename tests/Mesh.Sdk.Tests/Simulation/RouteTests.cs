using Mesh.Sdk.Istio;
using Mesh.Sdk.Simulation;
using static Mesh.Sdk.Tests.Simulation.FaultMesh;

namespace Mesh.Sdk.Tests.Simulation;

/// <summary>What a VirtualService and the limits of a DestinationRule do to requests.</summary>
[TestFixture(SimulationMode.Fluid)]
[TestFixture(SimulationMode.PerRequest)]
public sealed class RouteTests(SimulationMode mode)
{
    private const double Seconds = 300;

    private bool IsExact => mode == SimulationMode.Fluid;

    [Test]
    public void An_injected_abort_fails_its_part_without_a_try_or_a_retry()
    {
        SimulationReport report = Play(x => x, Routes.To("cart", r => r with { Fault = new() { Abort = new() { HttpStatus = 503, Percentage = new() { Value = 25 } } }, Retries = new() { Attempts = 5, RetryOn = "5xx" } }));

        report.Lost("cart", FailureCause.InjectedFault).Should().BeApproximately(0.25 * Rate * Seconds, IsExact ? 1e-6 : 400);
        report.Lost("cart").Should().Be(report.Lost("cart", FailureCause.InjectedFault));
        report.Of("cart").Single().At(TimeSpan.FromSeconds(9)).TriesPerSecond.Should().BeApproximately(0.75 * Rate, IsExact ? 1e-6 : 25);
        report.Events.Should().NotContain(e => e.Kind == SimulationEventKind.Ejected);
    }

    [Test]
    public void An_injected_delay_takes_time_that_no_timeout_sees()
    {
        SimulationReport report = Play(x => x, Routes.To("cart", r => r with { Fault = new() { Delay = new() { FixedDelay = TimeSpan.FromSeconds(4), Percentage = new() { Value = 50 } } }, Timeout = TimeSpan.FromSeconds(1) }));

        report.Lost("cart").Should().Be(0);
        report.Of("cart").Single().At(TimeSpan.FromSeconds(9)).MeanLatency.Should().BeCloseTo(TimeSpan.FromSeconds(2.01), TimeSpan.FromMilliseconds(1));
    }

    [TestCase("/", "", "v2")]
    [TestCase("/old?x=1", "", "v1")]
    [TestCase("/old", "jason", "v1")]
    [TestCase("/new", "jason", "v1")]
    [TestCase("/new", "anna", "v2")]
    public void The_first_route_whose_conditions_a_request_meets_takes_it(string path, string user, string version)
    {
        SimulationReport report = Play(
            x => user.Length == 0 ? x.WithPath(path) : x.WithPath(path).WithHeader("End-User", user),
            Routes.To(
                "cart",
                r => To(r, "v1") with { Match = [new() { Uri = new() { Exact = "/old" } }, new() { Headers = [new("end-user", new() { Regex = "jas.*" })] }] },
                r => To(r, "v2")),
            Versions());

        report.Of("cart").Select(series => series.Subset).Should().Equal(version);
        report.Lost("cart").Should().Be(0);
    }

    [Test]
    public void A_request_that_no_route_takes_fails()
    {
        SimulationReport report = Play(x => x.WithPath("/new"), Routes.To("cart", r => r with { Match = [new() { Uri = new() { Prefix = "/old" } }] }));

        report.Lost("cart", FailureCause.NoRoute).Should().BeApproximately(Rate * Seconds, 1);
    }

    [Test]
    public void Retries_that_leave_localities_reach_the_next_priority_with_the_second()
    {
        SimulationReport stays = Play(Remote(isRemote: false));
        SimulationReport leaves = Play(Remote(isRemote: true));

        stays.Lost("cart").Should().BeApproximately(Rate * Seconds, 1);
        leaves.Lost("cart").Should().Be(0);
        leaves.Share("cart", "spare", TimeSpan.FromSeconds(9)).Should().Be(1);
        leaves.Of("cart").Single().At(TimeSpan.FromSeconds(9)).TriesPerSecond.Should().BeApproximately(3 * Rate, 3, "two in main, and the third in spare");

        SimulationReport Play(VirtualService routes) => this.Play(x => x, routes, Rule(new()), s => s.At(default, x => x.Fail("cart", on: "main", status: 503)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Retries_are_limited_in_how_many_are_under_way(bool byBudget)
    {
        // Half of the requests fail once in 1 s; 45 retries of 1 s each would be under way.
        TrafficPolicy policy = byBudget
            ? new() { RetryBudget = new() { Percent = 0, MinRetryConcurrency = 9 } }
            : new() { ConnectionPool = new() { Http = new() { MaxRetries = 9 } } };
        SimulationReport report = Play(
            x => x,
            Routes.To("cart", r => r with { Retries = new() { Attempts = 1, RetryOn = "5xx" } }),
            Rule(policy),
            s => s.WithService("cart", b => b.WithErrors(0.5, 503).WithLatency(TimeSpan.FromSeconds(1))));

        TrafficInterval interval = report.Of("cart").Single().At(TimeSpan.FromSeconds(100));
        double retries = report.Of("cart").Single().Intervals.Average(i => i.TriesPerSecond - i.RequestsPerSecond);
        retries.Should().BeApproximately(9, IsExact ? 1e-6 : 0.5);
        report.Lost("cart").Should().BeApproximately((45 - (9 * 0.5)) * Seconds, IsExact ? 1e-3 : 400);
        interval.RequestsPerSecond.Should().BeApproximately(Rate, 1);
    }

    private static VirtualService Remote(bool isRemote) =>
        Routes.To("cart", r => r with { Retries = new() { Attempts = 2, RetryOn = "5xx", RetryRemoteLocalities = isRemote } });

    private static Mesh.Sdk.Istio.HttpRoute To(Mesh.Sdk.Istio.HttpRoute route, string subset) => route with { Route = [new() { Destination = route.Route[0].Destination! with { Subset = subset } }] };

    private static DestinationRule Versions()
    {
        DestinationRule rule = Rule(new());
        return rule with { Spec = rule.Spec! with { Subsets = [new() { Name = "v1", Labels = [new("version", "v1")] }, new() { Name = "v2", Labels = [new("version", "v2")] }] } };
    }

    private static DestinationRule Rule(TrafficPolicy policy) => new()
    {
        Metadata = new("cart", "shop"),
        Spec = new()
        {
            Host = "cart.shop.svc.cluster.local",
            TrafficPolicy = policy with
            {
                LoadBalancer = new() { LocalityLbSetting = new() { Enabled = true, Failover = [new() { From = "eu-west-3", To = "europe-west2" }] } },
                OutlierDetection = new() { Consecutive5xxErrors = 0, MaxEjectionPercent = 1 },
            },
        },
    };

    private SimulationReport Play(Func<LoadBuilder, LoadBuilder> client, VirtualService routes, DestinationRule? rule = null, Action<ScenarioBuilder>? more = null) => Define().Simulate(s =>
    {
        s.Clients(from: "edge", c => client(c.Constant(Rate)).To("cart")).WithResources(routes, rule ?? Rule(new())).For(TimeSpan.FromSeconds(Seconds));
        _ = mode == SimulationMode.PerRequest ? s.PerRequest(seed: 3) : s;
        more?.Invoke(s);
    });
}
