using Mesh.Sdk.Failover;
using static Mesh.Sdk.Tests.Failover.ArticleMesh;

namespace Mesh.Sdk.Tests.Failover;

/// <summary>The golden vectors of the field study: what today's Istio makes of the article's rule.</summary>
public sealed class GoldenTableTests
{
    [Test]
    public void Ingress_sends_everything_to_the_region_named_by_failover() =>
        Expect(Question(Ingress, Rule(), OnAws(2), OnGke(2)), aws: 100, gke: 0, priorities: [Aws, Gke]);

    [Test]
    public void Without_a_failover_list_foreign_regions_share_by_weight() =>
        Expect(Question(Ingress, Rule(hasFailover: false), OnAws(1), OnGke(3)), aws: 25, gke: 75, priorities: [$"{Aws} {Gke}"]);

    [Test]
    public void A_sidecar_in_gke_stays_at_home() =>
        Expect(Question(GkeSidecar, Rule(), OnAws(2), OnGke(2)), aws: 0, gke: 100, priorities: [Gke, Aws]);

    [TestCase(1, 1, 2, 70)]
    [TestCase(5, 2, 2, 100)]
    [TestCase(71, 29, 100, 99)]
    public void Unhealthy_endpoints_move_load_by_the_overprovisioning_factor(int healthy, int unhealthy, int gke, double expectedAws) =>
        Expect(Question(Ingress, Rule(), OnAws(healthy, unhealthy), OnGke(gke)), expectedAws, 100 - expectedAws, [Aws, Gke]);

    [Test]
    public void Aws_scaled_to_zero_leaves_gke_alone() =>
        Expect(Question(Ingress, Rule(), OnGke(2)), aws: 0, gke: 100, priorities: [Gke]);

    [Test]
    public void Failing_behind_a_gateway_does_not_fail_over_without_max_ejection_percent()
    {
        TrafficAnswer answer = Expect(AllOfAwsFails(Rule()), aws: 100, gke: 0, priorities: [Aws, Gke]);

        answer.ErrorPercent.Should().Be(100);
        answer.MaxEjectedHosts.Should().Be(0);
    }

    [Test]
    public void Failing_behind_a_gateway_fails_over_once_all_hosts_may_be_ejected()
    {
        TrafficAnswer answer = Expect(AllOfAwsFails(Rule(maxEjectionPercent: 100)), aws: 0, gke: 100, priorities: [Aws, Gke]);

        answer.ErrorPercent.Should().Be(0);
    }

    private static TrafficQuestion AllOfAwsFails(Mesh.Sdk.Istio.DestinationRule rule) =>
        Question(Ingress, rule, OnAws(3, health: EndpointHealth.Failing), OnGke(3)) with { Gateways = [.. Gateways] };

    private static TrafficAnswer Expect(TrafficQuestion question, double aws, double gke, string[] priorities)
    {
        TrafficAnswer answer = TrafficRouting.Explain(question);

        answer.PercentByCluster.GetValueOrDefault(Aws).Should().BeApproximately(aws, 0.001);
        answer.PercentByCluster.GetValueOrDefault(Gke).Should().BeApproximately(gke, 0.001);
        answer.Priorities.Select(priority => string.Join(' ', priority.Clusters)).Should().Equal(priorities);
        return answer;
    }
}
