using Mesh.Sdk.Failover;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Failover;

public sealed class WorkloadLocalityTests
{
    [Test]
    public void The_label_of_the_pod_wins_over_its_node() =>
        WorkloadLocality.OfEndpoint([new("istio-locality", "r.z")], [new(TopologyLabels.Region, "other")]).Should().Be(new Locality("r", "z"));

    [Test]
    public void Old_labels_of_the_node_are_read_where_the_new_ones_are_missing() =>
        WorkloadLocality.OfEndpoint([], [new("failure-domain.beta.kubernetes.io/region", "r"), new(TopologyLabels.Zone, "z")]).Should().Be(new Locality("r", "z"));

    [Test]
    public void A_client_is_where_its_topology_labels_say_else_its_label_else_what_it_reported()
    {
        Locality reported = new("reported");

        WorkloadLocality.OfClient([new(TopologyLabels.Zone, "z"), new("topology.istio.io/locality", "r")], reported).Should().Be(new Locality("", "z"));
        WorkloadLocality.OfClient([new("topology.istio.io/locality", "r.z")], reported).Should().Be(new Locality("r", "z"));
        WorkloadLocality.OfClient([], reported).Should().Be(reported);
    }
}
