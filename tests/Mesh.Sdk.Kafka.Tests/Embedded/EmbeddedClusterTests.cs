using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Embedded;

[CancelAfter(120_000)]
public sealed class EmbeddedClusterTests
{
    private static readonly TopicPartition Orders = new("orders", 0);

    private EmbeddedCluster _cluster = null!;

    [SetUp]
    public void Start()
    {
        _cluster = EmbeddedCluster.Start("aws", brokers: 3);
        _cluster.CreateTopic("orders", partitions: 2);
    }

    [TearDown]
    public void Stop() => _cluster.Dispose();

    [Test]
    public async Task Offsets_of_many_partitions_take_a_request_for_each_broker_and_thousand_of_partitions()
    {
        _cluster.CreateTopic("many", partitions: 10_000);
        _cluster.StartCounting();

        var ends = await _cluster.Client.GetEndOffsetsAsync([.. Enumerable.Range(0, 10_000).Select(p => new TopicPartition("many", p))]);

        ends.Should().HaveCount(10_000);
        _cluster.Count(BrokerRequest.ListOffsets).Should().BeLessThanOrEqualTo(3 * 10);
    }

    [Test]
    public async Task A_cluster_that_is_down_is_told_with_its_alias()
    {
        using ClusterClient client = new("aws", new Dictionary<string, string> { ["bootstrap.servers"] = _cluster.BootstrapServers }) { Timeout = TimeSpan.FromMilliseconds(500) };
        _cluster.TakeDown();

        Func<Task> ask = () => client.GetEndOffsetsAsync([Orders]);

        KafkaClusterException failure = (await ask.Should().ThrowAsync<KafkaClusterException>()).Which;
        failure.Alias.Should().Be("aws");
        failure.IsUnreachable.Should().BeTrue();
        failure.Message.Should().Contain("Reading offsets on the Kafka cluster 'aws' at ");
    }
}
