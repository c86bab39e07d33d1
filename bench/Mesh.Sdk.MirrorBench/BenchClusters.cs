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
    }

    public static ReplicationTopology Topology { get; } = ReplicationTopology.Define(k =>
    {
        k.AddCluster("aws", c => c.AtBootstrapServers("kafka.aws.example.org:9092"));
        k.AddCluster("gke", c => c.AtBootstrapServers("kafka.gke.example.org:9092"));
        k.Mirror("aws", "gke", f => f.KeepOffsetSyncsOnTarget().Topics(Topic).WithoutHeartbeats());
    });

    public EmbeddedCluster Source { get; } = EmbeddedCluster.Start("aws");

    public EmbeddedCluster Target { get; } = EmbeddedCluster.Start("gke");

    public KafkaClients Clients { get; }

    /// <summary>Makes what a mirror in another process can't.</summary>
    public void CreateTopicsOfMirror()
    {
        Target.CreateTopic($"aws.{Topic}", _partitions);
        Target.CreateTopic("mm2-offsets.aws.internal", 25);
        Target.CreateTopic("mm2-offset-syncs.aws.internal");
        Target.CreateTopic("aws.checkpoints.internal");
    }

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
