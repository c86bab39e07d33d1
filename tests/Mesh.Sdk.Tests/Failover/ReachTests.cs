using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using static Mesh.Sdk.Tests.Failover.ArticleMesh;

namespace Mesh.Sdk.Tests.Failover;

/// <summary>What is out of reach, and what becomes of requests sent there.</summary>
public sealed class ReachTests
{
    [TestCase(ClientTlsSettingsMode.Disable, 0)]
    [TestCase(ClientTlsSettingsMode.Simple, 0)]
    [TestCase(ClientTlsSettingsMode.Mutual, 0)]
    [TestCase(ClientTlsSettingsMode.IstioMutual, 100)]
    [TestCase(null, 0)]
    public void Gateways_are_reached_with_the_mutual_tls_of_istio_only(ClientTlsSettingsMode? mode, double aws)
    {
        TrafficAnswer answer = TrafficRouting.Explain(Behind(Gateways, With(new() { Tls = new() { Mode = mode } })));

        answer.PercentByCluster[Aws].Should().Be(aws);
        answer.Decisions.Any(d => d.Object == "DestinationRule backyards-demo/frontpage-outlier" && d.Field == "spec.trafficPolicy.tls.mode").Should().Be(aws == 0);
    }

    [Test]
    public void The_tls_settings_of_the_port_replace_those_of_the_rule()
    {
        TrafficPolicy policy = new()
        {
            Tls = new() { Mode = ClientTlsSettingsMode.IstioMutual },
            PortLevelSettings = [new() { Port = new() { Number = 8080 }, Tls = new() { Mode = ClientTlsSettingsMode.Simple } }],
        };

        TrafficAnswer answer = TrafficRouting.Explain(Behind(Gateways, With(policy)));

        answer.FailedPercent.Should().Be(100);
        answer.Decisions.Should().Contain(d => d.Field == "spec.trafficPolicy.portLevelSettings[8080].tls.mode");
    }

    [Test]
    public void Hosts_that_can_not_answer_fail_the_requests_they_get_in_panic()
    {
        DestinationRule rule = With(new() { OutlierDetection = new() { MinHealthPercent = 60 } });
        TrafficQuestion question = Question(Ingress, rule, OnAws(1, 3));

        TrafficAnswer answer = TrafficRouting.Explain(question);

        answer.Priorities[0].IsInPanic.Should().BeTrue();
        answer.ErrorPercent.Should().Be(75);
    }

    [Test]
    public void A_gateway_with_unhealthy_endpoints_only_fails_its_requests()
    {
        TrafficAnswer answer = TrafficRouting.Explain(Behind(Gateways, Rule(), OnAws(0, 2)));

        answer.ErrorPercent.Should().Be(100);
    }

    [Test]
    public void Nothing_is_said_to_fail_where_nothing_does()
    {
        for (int hosts = 1; hosts < 60; hosts++)
        {
            TrafficAnswer answer = TrafficRouting.Explain(Question(Ingress, Rule(), OnAws(hosts, hosts), OnGke(7)));

            answer.FailedPercent.Should().Be(0);
            answer.Decisions.Should().NotContain(d => d.Rule == RoutingRule.NoHealthyHost);
        }
    }

    [Test]
    public void A_missing_subset_ends_the_explanation()
    {
        TrafficQuestion question = Question(Ingress, Rule(), OnAws(2));

        TrafficAnswer answer = TrafficRouting.Explain(question with { Service = question.Service with { Subset = "v2" } });

        answer.FailedPercent.Should().Be(100);
        answer.Decisions[^1].Conclusion.Should().Contain("503 (NC)");
        answer.Decisions.Should().NotContain(d => d.Rule == RoutingRule.PriorityLoad || d.Rule == RoutingRule.Ejection || d.Rule == RoutingRule.NoHealthyHost);
    }

    [Test]
    public void A_minimum_beyond_any_cluster_switches_zone_routing_off()
    {
        TrafficQuestion question = Question(Ingress with { Locality = new("eu-west-2", "a") }, Rule(), OnAws(8)) with
        {
            DestinationRules = [],
            Mesh = new() { ZoneAwareLbSetting = new() { MinClusterSize = 3_000_000_000 } },
            CallersByLocality = [new("eu-west-2/a", 2)],
        };

        TrafficRouting.Explain(question).PercentByLocality["eu-west-2"].Should().Be(100);
    }

    [Test]
    public void Any_number_of_gateways_can_share_endpoints()
    {
        int[] primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53];
        NetworkGateway[] gateways = [.. primes.SelectMany(n => Enumerable.Range(0, n).Select(i => new NetworkGateway($"n{n}", "", $"10.{n}.0.{i}"))), .. Gateways];

        TrafficAnswer answer = TrafficRouting.Explain(Behind(gateways, Rule(), OnAws(2)));

        MultiNetwork.ScaleFactor(gateways).Should().Be(uint.MaxValue);
        answer.PercentByCluster[Aws].Should().Be(100);
    }

    [TestCase(1, "1 failing host keeps its traffic")]
    [TestCase(2, "2 failing hosts keep their traffic")]
    public void Failing_hosts_are_counted_in_good_english(int hosts, string text)
    {
        TrafficAnswer answer = TrafficRouting.Explain(Question(Ingress, With(new()), OnAws(hosts, health: EndpointHealth.Failing)));

        answer.Decisions.Should().Contain(d => d.Conclusion.Contains(text));
    }

    [TestCase("spec.exportTo", ".", null)]
    [TestCase("spec.exportTo", "friends", null)]
    [TestCase("spec.workloadSelector", null, "web")]
    public void A_rule_that_the_client_does_not_see_is_named_with_the_field_that_hides_it(string field, string? exportTo, string? selector)
    {
        DestinationRule rule = Rule();
        rule = rule with
        {
            Spec = rule.Spec! with
            {
                ExportTo = exportTo is null ? default : [exportTo],
                WorkloadSelector = selector is null ? null : new() { MatchLabels = [new("app", selector)] },
            },
        };

        TrafficAnswer answer = TrafficRouting.Explain(Question(Ingress, rule, OnAws(2)));

        answer.DestinationRule.Should().BeNull();
        answer.Decisions.Should().Contain(d => d.Object == "DestinationRule backyards-demo/frontpage-outlier" && d.Field == field);
        answer.Decisions.Should().NotContain(d => d.Conclusion.Contains("never combined"));
    }

    [Test]
    public void A_rule_of_a_third_namespace_is_said_not_to_be_looked_at()
    {
        TrafficAnswer answer = TrafficRouting.Explain(Question(Ingress, Rule() with { Metadata = new("elsewhere", "third") }, OnAws(2)));

        answer.Decisions.Should().Contain(d => d.Object == "DestinationRule third/elsewhere" && d.Field == "metadata.namespace");
    }

    [Test]
    public void A_rule_given_twice_is_one_rule()
    {
        DestinationRule changed = Rule(maxEjectionPercent: 100);

        TrafficAnswer answer = TrafficRouting.Explain(Question(Ingress, Rule(), OnAws(2)) with { DestinationRules = [Rule(), changed] });

        answer.DestinationRule!.MadeFrom.Should().Equal("backyards-demo/frontpage-outlier");
        answer.OutlierDetection!.MaxEjectionPercent.Should().BeNull();
        answer.Decisions.Should().NotContain(d => d.Conclusion.Contains("merged"));
    }

    private static TrafficQuestion Behind(NetworkGateway[] gateways, DestinationRule rule, params IEnumerable<TrafficEndpoint>[] endpoints) =>
        Question(Ingress, rule, endpoints.Length == 0 ? [OnAws(2)] : endpoints) with { Gateways = [.. gateways] };

    private static DestinationRule With(TrafficPolicy policy) => Rule() with { Spec = Rule().Spec! with { TrafficPolicy = policy } };
}
