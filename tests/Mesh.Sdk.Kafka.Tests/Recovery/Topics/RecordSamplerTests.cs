using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Topics;

public sealed class RecordSamplerTests
{
    // Mock brokers answer a fetch with one batch of a partition.
    [Test]
    [Steered]
    public async Task Records_of_many_batches_are_read_before_the_time_is_up()
    {
        using TwoClusters clusters = new();
        clusters.Aws.CreateTopic("orders");
        for (int i = 0; i < 12; i++)
        {
            await clusters.ProduceAsync(clusters.Aws, "orders", 1);
        }

        using ClusterClient client = clusters.Aws.ConnectForOutages();
        RecordSample sample = (await RecordSampler.ReadAsync(
            client, new Dictionary<TopicPartition, long> { [new("orders", 0)] = 0 }, limit: 16, IsolationLevel.ReadUncommitted, CancellationToken.None)).Values.Single();

        (sample.Records, sample.ReachedEnd).Should().Be((12, 12L));
    }
}
