using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.MirrorBench;

/// <summary>Two clusters in this process. Partitions keep 5 MiB, so that records are spread over many.</summary>
internal sealed class BenchClusters : IDisposable
{
    public const string Topic = "orders";
    public const string BareCopies = "bare.orders";
    public const int Partitions = 64;
    public const int Records = 200_000;
    private const int RecordBytes = 1_024;

    private readonly int _partitions;

    public BenchClusters(int partitions = Partitions)
    {
        _partitions = partitions;
        Source.CreateTopic(Topic, partitions);
        Target.CreateTopic(BareCopies, Partitions);
        Clients = new([Source.Client, Target.Client]);
        Topology = ReplicationTopology.Define(k =>
        {
            k.AddCluster(Source.Alias, c => c.AtBootstrapServers(Source.BootstrapServers));
            k.AddCluster(Target.Alias, c => c.AtBootstrapServers(Target.BootstrapServers));
            k.Mirror(Source.Alias, Target.Alias, f => f.Topics(Topic).WithoutHeartbeats());
        });
    }

    public EmbeddedCluster Source { get; } = EmbeddedCluster.Start("aws");

    public EmbeddedCluster Target { get; } = EmbeddedCluster.Start("gke");

    public KafkaClients Clients { get; }

    public ReplicationTopology Topology { get; }

    public void Fill(int records = Records)
    {
        byte[] value = new byte[RecordBytes];
        using IProducer<byte[], byte[]> producer = Source.Client.CreateProducer(c => c.QueueBufferingMaxMessages = records);
        for (int i = 0; i < records; i++)
        {
            producer.Produce(new Confluent.Kafka.TopicPartition(Topic, i % _partitions), new() { Value = value });
        }

        producer.Flush(Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        Clients.Dispose();
        Source.Dispose();
        Target.Dispose();
    }
}
