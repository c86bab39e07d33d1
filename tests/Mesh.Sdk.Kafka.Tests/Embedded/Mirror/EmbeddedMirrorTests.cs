using System.Text;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Tests.Embedded.Mirror;

public sealed class EmbeddedMirrorTests
{
    [Test]
    public async Task What_is_produced_at_one_cluster_arrives_at_the_other()
    {
        using EmbeddedCluster aws = EmbeddedCluster.Start("aws"), gke = EmbeddedCluster.Start("gke");
        aws.CreateTopic("orders", partitions: 2);
        using KafkaClients clients = new([aws.Client, gke.Client]);
        ReplicationTopology topology = ReplicationTopology.Define(k =>
        {
            k.AddCluster("aws", c => c.AtBootstrapServers(aws.BootstrapServers));
            k.AddCluster("gke", c => c.AtBootstrapServers(gke.BootstrapServers));
            k.MirrorBothWays("aws", "gke", f => f.ForDisasterRecovery().Topics("orders"));
        });
        using IProducer<byte[], byte[]> producer = aws.Client.CreateProducer();
        await producer.ProduceAsync("orders", new() { Value = Encoding.UTF8.GetBytes("one pizza") });

        await using EmbeddedMirror mirror = EmbeddedMirror.Start(topology, clients);
        await mirror.WaitUntilCaughtUpAsync();

        using IConsumer<byte[], byte[]> consumer = gke.Client.CreateConsumer();
        consumer.Assign(new Confluent.Kafka.TopicPartition[] { new("aws.orders", 0), new("aws.orders", 1) });
        Encoding.UTF8.GetString(consumer.Consume(TimeSpan.FromSeconds(10)).Message.Value).Should().Be("one pizza");
    }
}
