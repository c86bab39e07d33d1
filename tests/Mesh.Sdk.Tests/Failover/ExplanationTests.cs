using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using static Mesh.Sdk.Tests.Failover.ArticleMesh;

namespace Mesh.Sdk.Tests.Failover;

public sealed class ExplanationTests
{
    [Test]
    public void A_decision_names_rule_object_and_field()
    {
        TrafficAnswer answer = TrafficRouting.Explain(Question(Ingress, Rule(), OnAws(2), OnGke(2)));

        RoutingDecision decision = answer.Decisions.Should().ContainSingle(d => d.Conclusion.StartsWith("puts eu-west-2")).Subject;
        decision.Rule.Should().Be(RoutingRule.RegionPriorities);
        decision.Object.Should().Be("DestinationRule backyards-demo/frontpage-outlier");
        decision.Field.Should().Be("spec.trafficPolicy.loadBalancer.localityLbSetting.failover[0]");
    }

    [Test]
    public void The_deprecated_field_and_the_limit_that_ejects_nothing_are_named()
    {
        TrafficAnswer answer = TrafficRouting.Explain(Question(Ingress, Rule(), OnAws(2), OnGke(2)));

        answer.Decisions.Select(d => d.ToString()).Should().ContainMatch("*consecutiveErrors 7 is ignored*")
            .And.ContainMatch("*10 % (Envoy's default) of 4 hosts allows 0 ejections*")
            .And.ContainMatch("*5 consecutive 5xx, for 900 s*");
    }

    [Test]
    public void Without_outlier_detection_failover_is_said_to_be_off()
    {
        DestinationRule rule = Rule();
        rule = rule with { Spec = rule.Spec! with { TrafficPolicy = rule.Spec.TrafficPolicy! with { OutlierDetection = null } } };

        TrafficAnswer answer = TrafficRouting.Explain(Question(Ingress, rule, OnAws(2), OnGke(2)));

        answer.IsFailoverOn.Should().BeFalse();
        answer.Priorities.Should().ContainSingle();
        answer.Decisions.Select(d => d.ToString()).Should().ContainMatch("*no outlierDetection*failover is not applied*");
    }

    [Test]
    public void The_mesh_default_detects_outliers_but_does_not_switch_failover_on()
    {
        TrafficQuestion question = Question(Ingress, Rule(), OnAws(2), OnGke(2)) with
        {
            DestinationRules = [],
            Mesh = new() { DefaultTrafficPolicy = new() { OutlierDetection = new() { Consecutive5xxErrors = 3 } } },
        };

        TrafficAnswer answer = TrafficRouting.Explain(question);

        answer.OutlierDetection!.EffectiveConsecutive5xx.Should().Be(3);
        answer.IsFailoverOn.Should().BeFalse();
        answer.Decisions.Should().Contain(d => d.Object == "MeshConfig" && d.Field == "defaultTrafficPolicy.outlierDetection");
    }

    [Test]
    public void A_subset_that_the_rule_lacks_fails_every_request()
    {
        TrafficQuestion question = Question(Ingress, Rule(), OnAws(2));
        question = question with { Service = question.Service with { Subset = "v2" } };

        TrafficRouting.Explain(question).FailedPercent.Should().Be(100);
    }

    [Test]
    public void A_traffic_distribution_prefers_the_own_network_region_and_zone()
    {
        TrafficQuestion question = Question(GkeSidecar, Rule(), OnAws(2), OnGke(1)) with { DestinationRules = [] };
        question = question with { Service = question.Service with { TrafficDistribution = "PreferClose" } };

        TrafficAnswer answer = TrafficRouting.Explain(question);

        answer.PercentByCluster[Gke].Should().Be(100);
        answer.Setting.Source.Should().Be(LocalitySettingSource.ServiceTrafficDistribution);
    }

    [Test]
    public void A_wildcard_rule_that_is_not_combined_is_named()
    {
        DestinationRule wide = Rule() with { Metadata = new("wide", "backyards-demo") };
        wide = wide with { Spec = wide.Spec! with { Host = "*.backyards-demo.svc.cluster.local" } };
        DestinationRule narrow = new() { Metadata = new("narrow", "backyards-demo"), Spec = new() { Host = Host } };

        TrafficAnswer answer = TrafficRouting.Explain(Question(Ingress, Rule(), OnAws(2)) with { DestinationRules = [narrow, wide] });

        answer.OutlierDetection.Should().BeNull();
        answer.Decisions.Should().Contain(d => d.Object == "DestinationRule backyards-demo/wide" && d.Conclusion.Contains("never combined"));
    }

    [Test]
    public void A_port_entry_that_loses_blocks_of_the_rule_is_named()
    {
        DestinationRule rule = Rule();
        TrafficPolicy policy = rule.Spec!.TrafficPolicy! with { PortLevelSettings = [new() { Port = new() { Number = 8080 }, Tls = new() { Mode = ClientTlsSettingsMode.IstioMutual } }] };

        TrafficAnswer answer = TrafficRouting.Explain(Question(Ingress, rule with { Spec = rule.Spec with { TrafficPolicy = policy } }, OnAws(2)));

        answer.IsFailoverOn.Should().BeFalse();
        answer.Decisions.Where(d => d.Rule == RoutingRule.TrafficPolicyResolution).Should().HaveCount(2);
    }

    [Test]
    public void Zone_aware_routing_keeps_what_the_own_zone_can_serve()
    {
        TrafficQuestion question = Question(Ingress with { Locality = new("eu-west-2", "a") }, Rule(), InZone("a", 2), InZone("b", 4), OnGke(2)) with
        {
            DestinationRules = [],
            Mesh = new() { ZoneAwareLbSetting = new() },
            CallersByLocality = [new("eu-west-2/a", 2), new("eu-west-2/b", 2)],
        };

        TrafficAnswer answer = TrafficRouting.Explain(question);

        answer.IsFailoverOn.Should().BeTrue();
        answer.PercentByLocality["eu-west-2/a"].Should().BeApproximately(66.667, 0.01);
        answer.PercentByLocality["eu-west-2/b"].Should().BeApproximately(33.333, 0.01);
        answer.PercentByLocality["europe-west2"].Should().Be(0);
        TrafficRouting.Explain(question with { CallersByLocality = default }).PercentByLocality["eu-west-2/a"].Should().BeApproximately(33.333, 0.01);

        static IEnumerable<TrafficEndpoint> InZone(string zone, int count) =>
            OnAws(count).Select(e => e with { Locality = new("eu-west-2", zone), Address = $"{zone}-{e.Address}" });
    }

    [Test]
    public void Passthrough_has_no_priorities()
    {
        DestinationRule rule = Rule();
        rule = rule with { Spec = rule.Spec! with { TrafficPolicy = rule.Spec.TrafficPolicy! with { LoadBalancer = new() { Simple = SimpleLoadBalancer.Passthrough } } } };

        TrafficRouting.Explain(Question(Ingress, rule, OnAws(1), OnGke(1))).Priorities.Should().ContainSingle();
    }

    [Test]
    public void Endpoints_without_mutual_tls_are_lost_behind_a_gateway()
    {
        TrafficQuestion question = Question(Ingress, Rule(), OnAws(2).Select(e => e with { UsesMutualTls = false }), OnGke(2)) with { Gateways = [.. Gateways] };

        TrafficAnswer answer = TrafficRouting.Explain(question);

        answer.PercentByCluster[Aws].Should().Be(0);
        answer.PercentByCluster[Gke].Should().Be(100);
        answer.Decisions.Should().Contain(d => d.Rule == RoutingRule.MultiNetwork && d.Conclusion.Contains("mutual TLS"));
    }

    [Test]
    public void The_same_question_has_the_same_answer()
    {
        TrafficQuestion question = Question(Ingress, Rule(), OnAws(1, 1), OnGke(2)) with { Gateways = [.. Gateways] };

        TrafficRouting.Explain(question).Should().Be(TrafficRouting.Explain(question));
    }
}
