using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Steps;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

/// <summary>What proves that nothing is lost.</summary>
public sealed class CoverageTests
{
    private const string Syncs = "mm2-offset-syncs.gke.internal";

    private static readonly TopicPartition Orders = new("orders", 0);

    private TwoClusters _clusters = null!;

    [SetUp]
    public void Start()
    {
        _clusters = new();
        _clusters.Aws.CreateTopic("orders");
        _clusters.Gke.CreateTopic("aws.orders");
    }

    [TearDown]
    public void Stop() => _clusters.Dispose();

    [Test]
    public async Task More_records_than_are_counted_while_a_flow_is_behind_are_counted_before_they_prove_anything()
    {
        await _clusters.ProduceAsync(_clusters.Aws, "orders", RecordCount.Limit + 500);
        await _clusters.ProduceAsync(_clusters.Gke, "aws.orders", RecordCount.Limit + 100);
        await _clusters.WriteAsync(_clusters.Aws, Syncs, new OffsetSync("orders", 0, 0, 0));

        (await MissingAsync()).Should().Equal(new UncoveredPartition(Orders, 400));
    }

    [Test]
    public async Task Copies_of_records_that_retention_has_deleted_stand_for_no_others()
    {
        await _clusters.ProduceAsync(_clusters.Aws, "orders", 80);
        await _clusters.ProduceAsync(_clusters.Gke, "aws.orders", 50);
        await _clusters.WriteAsync(_clusters.Aws, Syncs, new OffsetSync("orders", 0, 9, 9));
        _clusters.Aws.DeleteRecords(Orders, 50);

        (await MissingAsync()).Should().Equal(new UncoveredPartition(Orders, 30));
    }

    [Test]
    public async Task Copies_that_a_producer_wrote_again_stand_for_no_others()
    {
        await PlaceAsync(_clusters.Aws, "orders", [.. Enumerable.Range(0, 20)]);
        await PlaceAsync(_clusters.Gke, "aws.orders", [.. Enumerable.Range(0, 12), .. Enumerable.Range(4, 8)]);
        await _clusters.WriteAsync(_clusters.Aws, Syncs, new OffsetSync("orders", 0, 0, 0));

        (await MissingAsync()).Should().Equal(new UncoveredPartition(Orders, 8));
    }

    [Test]
    public async Task Equal_records_are_covered_by_as_many_copies()
    {
        await PlaceAsync(_clusters.Aws, "orders", 0, 1, 1, 1, 2);
        await PlaceAsync(_clusters.Gke, "aws.orders", 0, 1, 1, 1, 1, 1, 2);
        await _clusters.WriteAsync(_clusters.Aws, Syncs, new OffsetSync("orders", 0, 0, 0));

        (await MissingAsync()).Should().BeEmpty();
    }

    [TestCase(0)]
    [TestCase(30)]
    [TestCase(50)]
    public async Task A_topic_that_was_created_again_is_not_covered_by_what_was_copied_before(int copied)
    {
        await PlaceAsync(_clusters.Aws, "orders", [.. Enumerable.Range(100, 50)]);
        await PlaceAsync(_clusters.Gke, "aws.orders", [.. Enumerable.Range(0, 100 + copied)]);
        await _clusters.WriteAsync(_clusters.Aws, Syncs, new OffsetSync("orders", 0, 99, 99));

        (await MissingAsync()).Sum(m => m.Records).Should().Be(50 - copied);
    }

    // Records with a value and a timestamp of their own, as copies keep them.
    private static async Task PlaceAsync(TestCluster cluster, string topic, params int[] orders)
    {
        using IProducer<byte[], byte[]> producer = cluster.Client.CreateProducer(c => c.LingerMs = 0);
        foreach (int order in orders)
        {
            await producer.ProduceAsync(new TopicPartition(topic, 0).ToClient(), new() { Value = BitConverter.GetBytes(order), Timestamp = new(DateTimeOffset.UnixEpoch.AddDays(1).AddSeconds(order)) });
        }
    }

    private async Task<IReadOnlyList<UncoveredPartition>> MissingAsync()
    {
        var ends = await _clusters.Aws.Client.GetEndOffsetsAsync([Orders]);
        using KafkaClients clients = new([_clusters.Aws.Client, _clusters.Gke.Client]);
        return await new Coverage(clients, FlowTopics.Of(_clusters.Topology, new("aws", "gke")), TimeProvider.System)
            .MissingAsync([new PartitionEnd(Orders, ends[Orders])], CancellationToken.None);
    }
}
