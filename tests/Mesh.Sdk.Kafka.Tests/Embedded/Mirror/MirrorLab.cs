using System.Globalization;
using System.Text;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Embedded.Mirror;

/// <summary>Two clusters, and what tests do with them.</summary>
internal sealed class MirrorLab : IDisposable
{
    /// <summary>How long a test may take on a busy machine: one that waits for ever fails under its name.</summary>
    public const int MostMilliseconds = 120_000;

    private readonly List<IDisposable> _owned = [];

    public MirrorLab(int brokers = 1)
    {
        (Aws, Gke) = (TestCluster.Start("aws", brokers), TestCluster.Start("gke", brokers));
        Clients = new([Aws.Client, Gke.Client]);
    }

    public TestCluster Aws { get; }

    public TestCluster Gke { get; }

    public KafkaClients Clients { get; }

    /// <summary>Gets what ends the waiting of the test that runs.</summary>
    public static CancellationToken Guard => TestContext.CurrentContext.CancellationToken;

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    public ReplicationTopology Topology(Action<ReplicationTopologyBuilder> flows) => ReplicationTopology.Define(k =>
    {
        foreach (TestCluster cluster in (TestCluster[])[Aws, Gke])
        {
            // Three by default, which is more than a cluster of tests may have.
            k.AddCluster(cluster.Alias, c => c.AtBootstrapServers(cluster.BootstrapServers.Split(',')).WithWorker(WorkerSettings.OffsetStorageReplicationFactor, -1));
        }

        flows(k);
    });

    /// <summary>Starts a mirror of aws to gke.</summary>
    public EmbeddedMirror Start(Action<ReplicationFlowBuilder>? configure = null, EmbeddedMirrorOptions? options = null) =>
        EmbeddedMirror.Start(
            Topology(k => k.Mirror("aws", "gke", f =>
            {
                f.ForDisasterRecovery();
                configure?.Invoke(f);
            })),
            Clients,
            options);

    public IProducer<byte[], byte[]> Producer(TestCluster cluster)
    {
        IProducer<byte[], byte[]> producer = cluster.Client.CreateProducer(c => c.LingerMs = 0);
        _owned.Add(producer);
        return producer;
    }

    /// <summary>Writes numbers, each as the text of a record.</summary>
    public static void Produce(TestCluster cluster, TopicPartition partition, int from, int count)
    {
        using IProducer<byte[], byte[]> producer = cluster.Client.CreateProducer(c => c.LingerMs = 1);
        for (int i = from; i < from + count; i++)
        {
            producer.Produce(partition.ToClient(), new() { Value = Bytes(i.ToString(CultureInfo.InvariantCulture)) });
        }

        producer.Flush(TimeSpan.FromSeconds(30));
    }

    /// <summary>Reads all that partitions have, in the order of each.</summary>
    public static IReadOnlyList<ConsumeResult<byte[], byte[]>> ReadAll(TestCluster cluster, params TopicPartition[] partitions)
    {
        using IConsumer<byte[], byte[]> consumer = cluster.Client.CreateConsumer(c => c.EnablePartitionEof = true);
        consumer.Assign(partitions.Select(p => new TopicPartitionOffset(p.ToClient(), Offset.Beginning)));
        List<ConsumeResult<byte[], byte[]>> records = [];
        for (int open = partitions.Length; open > 0;)
        {
            ConsumeResult<byte[], byte[]> result = consumer.Consume(TimeSpan.FromSeconds(30)) ?? throw new TimeoutException("Nothing arrived.");
            if (result.IsPartitionEOF)
            {
                open--;
            }
            else
            {
                records.Add(result);
            }
        }

        return records;
    }

    public static IReadOnlyList<int> ReadNumbers(TestCluster cluster, TopicPartition partition) => [.. ReadAll(cluster, partition).Select(Number)];

    /// <summary>Reads numbers until there are so many.</summary>
    public static IReadOnlyList<int> ReadNumbers(TestCluster cluster, TopicPartition partition, int count)
    {
        using IConsumer<byte[], byte[]> consumer = cluster.Client.CreateConsumer();
        consumer.Assign(new TopicPartitionOffset(partition.ToClient(), Offset.Beginning));
        return [.. Enumerable.Range(0, count).Select(_ => Number(consumer.Consume(TimeSpan.FromSeconds(30)) ?? throw new TimeoutException("Nothing arrived.")))];
    }

    private static int Number(ConsumeResult<byte[], byte[]> record) => int.Parse(Text(record.Message.Value), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _owned.ForEach(o => o.Dispose());
        Clients.Dispose();
        Aws.Dispose();
        Gke.Dispose();
    }
}
