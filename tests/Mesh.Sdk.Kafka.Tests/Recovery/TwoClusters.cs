using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Recovery;

/// <summary>Two clusters that mirror orders both ways, where a test writes what MirrorMaker would.</summary>
internal sealed class TwoClusters : IDisposable
{
    private readonly Dictionary<string, IProducer<byte[], byte[]>> _producers = [];
    private readonly KafkaClients _clients;

    public TwoClusters(Action<ReplicationFlowBuilder>? configure = null, TimeProvider? time = null, int brokers = 1)
    {
        (Aws, Gke) = (TestCluster.Start("aws", brokers), TestCluster.Start("gke", brokers));
        Topology = ReplicationTopology.Define(k =>
        {
            k.AddCluster("aws", c => c.AtBootstrapServers(Aws.BootstrapServers.Split(',')));
            k.AddCluster("gke", c => c.AtBootstrapServers(Gke.BootstrapServers.Split(',')));
            k.MirrorBothWays("aws", "gke", f =>
            {
                f.Topics("orders").Groups("checkout");
                configure?.Invoke(f);
            });
        });
        _clients = new([Aws.ConnectForOutages(), Gke.ConnectForOutages()]);
        Recovery = new(Topology, _clients, time);
    }

    public TestCluster Aws { get; }

    public TestCluster Gke { get; }

    public ReplicationTopology Topology { get; }

    public KafkaRecovery Recovery { get; }

    public async Task ProduceAsync(TestCluster cluster, string topic, int records, int partition = 0, DateTimeOffset? at = null)
    {
        IProducer<byte[], byte[]> producer = ProducerOf(cluster);
        for (int i = 0; i < records; i++)
        {
            Message<byte[], byte[]> message = new() { Value = new byte[100] };
            message.Timestamp = at is { } time ? new(time) : message.Timestamp;
            producer.Produce(new TopicPartition(topic, partition).ToClient(), message);
        }

        await Task.Run(() => producer.Flush());
    }

    public Task WriteAsync(TestCluster cluster, string topic, params OffsetSync[] syncs) =>
        WriteAsync(cluster, topic, syncs.Select(s => (s.ToKey(), (byte[]?)s.ToValue())));

    public Task WriteAsync(TestCluster cluster, string topic, params Heartbeat[] heartbeats) =>
        WriteAsync(cluster, topic, heartbeats.Select(h => (h.ToKey(), (byte[]?)h.ToValue())));

    public Task WriteAsync(TestCluster cluster, string topic, DateTimeOffset at, params Checkpoint[] checkpoints) =>
        WriteAsync(cluster, topic, checkpoints.Select(c => (c.ToKey(), (byte[]?)c.ToValue())), at);

    public async Task WriteAsync(TestCluster cluster, string topic, IEnumerable<(byte[] Key, byte[]? Value)> records, DateTimeOffset? at = null)
    {
        if (!(await cluster.Client.GetTopicsAsync()).ContainsKey(topic))
        {
            cluster.CreateTopic(topic);
        }

        IProducer<byte[], byte[]> producer = ProducerOf(cluster);
        foreach ((byte[] key, byte[]? value) in records)
        {
            Message<byte[], byte[]> message = new() { Key = key, Value = value! };
            message.Timestamp = at is { } time ? new(time) : message.Timestamp;
            await producer.ProduceAsync(new TopicPartition(topic, 0).ToClient(), message);
        }
    }

    public void Dispose()
    {
        foreach (IProducer<byte[], byte[]> producer in _producers.Values)
        {
            producer.Dispose();
        }

        _clients.Dispose();
        Aws.Dispose();
        Gke.Dispose();
    }

    private IProducer<byte[], byte[]> ProducerOf(TestCluster cluster)
    {
        if (!_producers.TryGetValue(cluster.Alias, out IProducer<byte[], byte[]>? producer))
        {
            _producers.Add(cluster.Alias, producer = cluster.Client.CreateProducer(c => c.LingerMs = 0));
        }

        return producer;
    }
}
