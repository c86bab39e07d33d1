using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Preview;

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

    private static ReplicationTopology Two(Action<ReplicationFlowBuilder> flow) => ReplicationTopology.Define(k =>
    {
        k.AddCluster("aws", c => c.AtBootstrapServers("a:1"));
        k.AddCluster("gke", c => c.AtBootstrapServers("g:1"));
        k.Mirror("aws", "gke", flow);
    });

    private static Dictionary<string, IReadOnlyCollection<string>> Topics(string alias, params string[] names) => new() { [alias] = names };
}
