using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Switching;

namespace Mesh.Sdk.Kafka.Tests.Switching;

public sealed class TopicNamesTests
{
    [Test]
    public void Under_the_default_policy_a_topic_has_a_name_for_each_way_it_comes()
    {
        ReplicationTopology topology = Of(k => k.MirrorFullMesh(["a", "b", "c"]));

        TopicNames names = TopicNames.On("a", topology, ["orders"]);

        names.All.Should().BeEquivalentTo("orders", "b.orders", "c.orders", "b.c.orders", "c.b.orders");
        names["b.c.orders"].Should().Be(new TopicOrigin("orders", "c"));
        names["orders"].Should().Be(new TopicOrigin("orders", "a"));
    }

    [Test]
    public void Under_the_identity_policy_it_has_one_name_and_no_known_origin()
    {
        ReplicationTopology topology = Of(k => k.Mirror("a", "b", f => f.WithIdentityPolicy()));

        TopicNames.On("b", topology, ["orders"]).All.Should().Equal("orders");
        TopicNames.On("b", topology, ["orders"])["orders"].Cluster.Should().BeNull();
        TopicNames.On("a", topology, ["orders"])["orders"].Cluster.Should().Be("a");
    }

    [Test]
    public void What_no_flow_brings_has_its_own_name_only()
    {
        ReplicationTopology topology = Of(k => k.MirrorBothWays("a", "b", f => f.Topics("payments")));

        TopicNames.On("b", topology, ["orders", "payments"]).All.Should().BeEquivalentTo("orders", "payments", "a.payments");
    }

    private static ReplicationTopology Of(Action<ReplicationTopologyBuilder> flows) => ReplicationTopology.Define(k =>
    {
        foreach (string alias in (string[])["a", "b", "c"])
        {
            k.AddCluster(alias, c => c.AtBootstrapServers($"kafka.{alias}.example.org:9092"));
        }

        flows(k);
    });
}
