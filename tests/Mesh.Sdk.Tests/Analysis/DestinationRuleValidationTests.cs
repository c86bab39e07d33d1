using Mesh.Sdk.Analysis.DestinationRules;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Tests.Analysis;

public sealed class DestinationRuleValidationTests
{
    private static readonly TrafficPolicy Deprecated = new() { OutlierDetection = new() { ConsecutiveErrors = 7, Interval = TimeSpan.Zero } };

    [Test]
    public void A_warning_is_lost_inside_subsets_and_an_error_is_not() =>
        Findings.Of(Findings.Rule(new() { Host = "orders", Subsets = [new() { Name = "v1", TrafficPolicy = Deprecated }] })).Should().Equal("MESH2241");

    [Test]
    public void A_warning_is_lost_for_single_ports_and_an_error_is_not() =>
        Findings.Of(new TrafficPolicy { PortLevelSettings = [new() { Port = new() { Number = 80 }, OutlierDetection = Deprecated.OutlierDetection }] })
            .Should().Equal("MESH2241");

    [Test]
    public void A_warning_for_the_whole_rule_is_told() => Findings.Of(Deprecated).Should().Equal("MESH2241", "MESH2246");

    [Test]
    public void Outlier_detection_of_another_level_does_not_count() =>
        Findings.Of(new TrafficPolicy
        {
            LoadBalancer = new() { LocalityLbSetting = new() { Failover = [new() { From = "a", To = "b" }] } },
            PortLevelSettings = [new() { Port = new() { Number = 80 }, OutlierDetection = new() }],
        }).Should().Equal("MESH2279");

    [Test]
    public void Distribute_and_failover_together_end_the_checks() =>
        Localities(new() { Distribute = [new() { From = "", To = [new("a", 7)] }], Failover = [new() { From = "a", To = "a" }] }).Should().Equal("MESH2272");

    [Test]
    public void A_wrong_share_ends_the_checks_and_keeps_what_was_found_before() =>
        Localities(new()
        {
            Distribute =
            [
                new() { From = "a", To = [new("*/b", 100)] },
                new() { From = "b", To = [new("a", 200)] },
                new() { From = "", To = [new("a", 7)] },
            ],
        }).Should().Equal("MESH2274", "MESH2276");

    [TestCase("a/b", "a", "MESH2278")]
    [TestCase("a/b/*", "a/b/c", "MESH2278")]
    [TestCase("*", "", "MESH2278")]
    [TestCase("a/b/c", "a/b/*", null)]
    [TestCase("a", "b/c", null)]
    [TestCase("a/b/c", "a/", "MESH2277")]
    public void Overlap_depends_on_the_order(string first, string second, string? code) =>
        Localities(new() { Distribute = [new() { From = first, To = [new("a", 100)] }, new() { From = second, To = [new("a", 100)] }] })
            .Should().Equal(code is null ? [] : [code]);

    [TestCase(0, false)]
    [TestCase(-3, true)]
    [TestCase(1.5, true)]
    [TestCase(2, false)]
    public void Only_an_idle_timeout_of_zero_is_switched_off(double milliseconds, bool isFound) =>
        Findings.Of(new TrafficPolicy { ConnectionPool = new() { Tcp = new() { IdleTimeout = TimeSpan.FromMilliseconds(milliseconds) } } })
            .Should().Equal(isFound ? ["MESH2252"] : []);

    [Test]
    public void Primes_are_those_of_envoy()
    {
        bool[] expected = [.. Enumerable.Range(0, 5000).Select(n => n > 0 && Enumerable.Range(2, Math.Max(0, (int)Math.Sqrt(n) - 1)).All(f => n % f != 0))];

        Enumerable.Range(0, 5000).Select(n => Primes.IsPrime(n)).Should().Equal(expected);
        Primes.IsPrime(long.MaxValue).Should().BeFalse();
        Primes.IsPrime(9_223_372_036_854_775_783).Should().BeTrue();
    }

    private static IEnumerable<string> Localities(LocalityLoadBalancerSetting setting) =>
        Findings.Of(new TrafficPolicy { OutlierDetection = new(), LoadBalancer = new() { LocalityLbSetting = setting } });
}
