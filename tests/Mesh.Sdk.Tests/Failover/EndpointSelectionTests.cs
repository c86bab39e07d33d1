using Mesh.Sdk.Failover;
using static Mesh.Sdk.Tests.Failover.ArticleMesh;

namespace Mesh.Sdk.Tests.Failover;

public sealed class EndpointSelectionTests
{
    [TestCase(EndpointHealth.Terminating, 0, false)]
    [TestCase(EndpointHealth.Draining, 0, false)]
    [TestCase(EndpointHealth.NotReady, 0, true)]
    [TestCase(EndpointHealth.NotReady, 10, false)]
    [TestCase(EndpointHealth.Unhealthy, 10, true)]
    public void State_and_min_health_percent_decide(EndpointHealth health, int minHealthPercent, bool isKept)
    {
        TrafficQuestion question = Question(Ingress, Rule(), OnAws(1, health: health));

        EndpointSelection.Of(question, [], minHealthPercent).Kept.Count.Should().Be(isKept ? 1 : 0);
    }

    [Test]
    public void A_service_with_traffic_distribution_always_sends_what_is_not_ready()
    {
        TrafficQuestion question = Question(Ingress, Rule(), OnAws(1, health: EndpointHealth.NotReady));
        question = question with { Service = question.Service with { TrafficDistribution = "PreferClose" } };

        EndpointSelection.Of(question, [], minHealthPercent: 10).Kept.Count.Should().Be(1);
    }

    [Test]
    public void A_cluster_local_service_keeps_only_the_clients_cluster()
    {
        TrafficQuestion question = Question(GkeSidecar, Rule(), OnAws(2), OnGke(1));
        question = question with { Service = question.Service with { IsClusterLocal = true } };

        EndpointSelection.Of(question, [], 0).Kept.Should().OnlyContain(e => e.Cluster == Gke);
    }

    [Test]
    public void A_subset_may_select_by_topology_labels()
    {
        TrafficQuestion question = Question(Ingress, Rule(), OnAws(1), OnGke(1));

        EndpointSelection selection = EndpointSelection.Of(question, [new(TopologyLabels.Cluster, Gke)], 0);

        selection.Kept.Should().ContainSingle().Which.Cluster.Should().Be(Gke);
        selection.DroppedByReason.Should().ContainKey("without the labels of the subset");
    }
}
