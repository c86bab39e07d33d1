using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Preview;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Tests.Replication;

public sealed class ReplicationPreviewTests
{
    [Test]
    public void Each_topic_is_told_its_remote_name_or_why_it_has_none()
    {
        ReplicationTopology topology = Two(f => f.Topics("orders.*", "gke\\..*", ".*-internal").ExceptTopics("orders-test"));

        FlowPreview preview = topology.Preview(Topics("aws", "orders", "orders-test", "gke.orders", "x-internal", "other", "heartbeats"))[0];

        preview.Should().Equal(
            new TopicPreview("orders", TopicOutcome.Mirrored, "aws.orders"),
            new TopicPreview("orders-test", TopicOutcome.Excluded, null),
            new TopicPreview("gke.orders", TopicOutcome.Cycle, null),
            new TopicPreview("x-internal", TopicOutcome.Internal, null),
            new TopicPreview("other", TopicOutcome.NotIncluded, null),
            new TopicPreview("heartbeats", TopicOutcome.Mirrored, "aws.heartbeats"));
    }

    [Test]
    public void A_full_mesh_of_50_clusters_with_10000_topics_each_is_previewed()
    {
        string[] aliases = [.. Enumerable.Range(0, 50).Select(i => $"c{i}")];
        ReplicationTopology topology = ReplicationTopology.Define(k =>
        {
            foreach (string alias in aliases)
            {
                k.AddCluster(alias, c => c.AtBootstrapServers($"{alias}:9092"));
            }

            k.MirrorFullMesh(aliases, f => f.Topics("orders-.*", "c1\\..*"));
        });
        IReadOnlyCollection<string> names = [.. Enumerable.Range(0, 10_000).Select(i => i % 10 == 0 ? $"c1.orders-{i}" : $"orders-{i}")];

        IReadOnlyList<FlowPreview> previews = topology.Preview(aliases.ToDictionary(a => a, _ => names));

        previews.Should().HaveCount(50 * 49);
        previews.Sum(p => p.CountOf(TopicOutcome.Mirrored)).Should().Be((50 * 49 * 9_000) + (49 * 49 * 1_000));
    }

    [Test]
    public void A_flow_with_a_policy_of_its_own_says_that_nothing_can_be_foretold()
    {
        ReplicationTopology topology = Two(f => f.With(ConnectorSettings.ReplicationPolicyClass, "org.example.Renaming"));

        topology.Preview(Topics("aws", "orders")).Single().Should().Equal(new TopicPreview("orders", TopicOutcome.NotForetold, null));
        topology.PreviewHops(Topics("aws", "orders"), maxHops: 3).Should().Be(new TopicSpread { NotForetold = [new("aws", "gke")] });
    }

    [Test]
    public void A_topic_is_followed_through_a_ring_until_it_would_come_back()
    {
        ReplicationTopology ring = Of(["a", "b", "c"], k => k.Mirror("a", "b").Mirror("b", "c").Mirror("c", "a"));

        TopicSpread spread = ring.PreviewHops(Topics("a", "orders"), maxHops: 9);

        spread.Arrivals.Should().Equal(
            new TopicArrival(new("a", "b"), "orders", "a.orders", 1),
            new TopicArrival(new("b", "c"), "a.orders", "b.a.orders", 2));
        spread.GoesOn.Should().BeFalse();
        ring.PreviewHops(Topics("a", "orders"), maxHops: 1).Should().Be(new TopicSpread { Arrivals = [new(new("a", "b"), "orders", "a.orders", 1)], GoesOn = true });
    }

    [Test]
    public void A_ring_that_keeps_names_is_walked_once()
    {
        ReplicationTopology ring = Of(
            ["a", "b"], k => k.MirrorBothWays("a", "b", f => f.Topics("orders").WithIdentityPolicy()));

        TopicSpread spread = ring.PreviewHops(Topics("a", "orders"), maxHops: 9);

        spread.Arrivals.Select(a => a.ToString()).Should().Equal("a->b  orders -> orders", "b->a  orders -> orders");
        spread.GoesOn.Should().BeFalse();
    }

    [Test]
    public void Topics_of_two_clusters_that_arrive_under_one_name_collide()
    {
        ReplicationTopology fanIn = Of(
            ["a", "b", "hub"], k => k.Mirror("a", "hub", f => f.WithIdentityPolicy()).Mirror("b", "hub", f => f.WithIdentityPolicy()));
        Dictionary<string, IReadOnlyCollection<string>> topics = new() { ["a"] = ["orders", "clicks"], ["b"] = ["orders", "heartbeats"] };

        fanIn.PreviewHops(topics, maxHops: 2).Collisions().Should().ContainSingle()
            .Which.Should().Equal(new TopicArrival(new("a", "hub"), "orders", "orders", 1), new TopicArrival(new("b", "hub"), "orders", "orders", 1));
    }

    private static ReplicationTopology Of(string[] aliases, Action<ReplicationTopologyBuilder> flows)
    {
        ReplicationTopologyBuilder builder = new();
        foreach (string alias in aliases)
        {
            builder.AddCluster(alias, c => c.AtBootstrapServers($"{alias}:9092"));
        }

        flows(builder);
        return builder.Build();
    }

    private static ReplicationTopology Two(Action<ReplicationFlowBuilder> flow) => ReplicationTopology.Define(k =>
    {
        k.AddCluster("aws", c => c.AtBootstrapServers("a:1"));
        k.AddCluster("gke", c => c.AtBootstrapServers("g:1"));
        k.Mirror("aws", "gke", flow);
    });

    private static Dictionary<string, IReadOnlyCollection<string>> Topics(string alias, params string[] names) => new() { [alias] = names };
}
