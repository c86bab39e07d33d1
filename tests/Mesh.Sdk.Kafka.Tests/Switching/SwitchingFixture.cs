using System.Globalization;
using System.Text;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Switching;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Switching;

/// <summary>Two clusters, mirrored both ways on paper, and clients that switch between them.</summary>
public abstract class SwitchingFixture
{
    private protected const int Partitions = 3;

    private protected static readonly string[] Aliases = ["aws", "gke"];

    private readonly Dictionary<string, TestCluster> _clusters = [];
    private KafkaClients _kafka = null!;

    private protected ClusterSwitch Active { get; private set; } = null!;

    private protected SwitchableClients Clients { get; private set; } = null!;

    private protected CancellationToken Soon { get; private set; }

    [SetUp]
    public void Start()
    {
        foreach (string alias in Aliases)
        {
            _clusters[alias] = TestCluster.Start(alias);
            _clusters[alias].CreateTopic("orders", Partitions);
            _clusters[alias].CreateTopic($"{Other(alias)}.orders", Partitions);
        }

        _kafka = new(Aliases.Select(alias => _clusters[alias].Client));
        Active = new("aws");
        Clients = Make();
        Soon = new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token;
    }

    [TearDown]
    public async Task Stop()
    {
        await Clients.DisposeAsync();
        foreach (TestCluster cluster in _clusters.Values)
        {
            cluster.Dispose();
        }
    }

    private protected static string Other(string alias) => alias == "aws" ? "gke" : "aws";

    private protected static ReplicationTopology Topology(Action<ReplicationFlowBuilder>? configure = null) => ReplicationTopology.Define(k =>
    {
        k.AddCluster("aws", c => c.AtBootstrapServers("kafka.aws.example.org:9092"));
        k.AddCluster("gke", c => c.AtBootstrapServers("kafka.gke.example.org:9092"));
        k.MirrorBothWays("aws", "gke", configure);
    });

    private protected static Message<byte[], byte[]> Numbered(int number) => new() { Key = Bytes(number % 5), Value = Bytes(number) };

    private protected static int NumberOf(Message<byte[], byte[]> message) => int.Parse(Encoding.UTF8.GetString(message.Value), CultureInfo.InvariantCulture);

    private protected TestCluster Cluster(string alias) => _clusters[alias];

    private protected SwitchableClients Make(ReplicationTopology? topology = null, IActiveCluster? active = null, IProgress<ClientStatus>? progress = null) =>
        new(topology ?? Topology(), _kafka, active ?? Active, progress);

    private protected Task SetAsync(string cluster, SwitchPhase phase = SwitchPhase.Open) => Active.SetAsync(new(cluster, phase));

    private protected async Task FollowedAsync(string cluster, SwitchPhase phase = SwitchPhase.Open)
    {
        await SetAsync(cluster, phase);
        await Clients.WaitUntilFollowedAsync(new(cluster, phase), Soon);
    }

    private protected SwitchableConsumer Consumer(SwitchableConsumerOptions? options = null) =>
        Clients.CreateConsumer("checkout", ["orders"], options ?? new() { FinishTimeout = TimeSpan.FromSeconds(1) });

    private protected async Task WriteAsync(string alias, string topic, int from, int count)
    {
        using IProducer<byte[], byte[]> producer = Cluster(alias).Client.CreateProducer();
        await Task.WhenAll(Enumerable.Range(from, count).Select(i => producer.ProduceAsync(topic, Numbered(i))));
    }

    /// <summary>Returns the numbers in each partition, in order.</summary>
    private protected async Task<Dictionary<TopicPartition, List<int>>> LogAsync(string alias, string topic = "orders")
    {
        TopicPartition[] partitions = [.. Enumerable.Range(0, Partitions).Select(p => new TopicPartition(topic, p))];
        IReadOnlyDictionary<TopicPartition, long> ends = await Cluster(alias).Client.GetEndOffsetsAsync(partitions);
        Dictionary<TopicPartition, List<int>> log = partitions.ToDictionary(p => p, _ => new List<int>());
        using IConsumer<byte[], byte[]> consumer = Cluster(alias).Client.CreateConsumer();
        consumer.Assign(partitions.Select(p => new TopicPartitionOffset(p.ToClient(), 0)));
        while (log.Values.Sum(l => l.Count) < ends.Values.Sum())
        {
            ConsumeResult<byte[], byte[]> result = consumer.Consume(Soon);
            log[result.TopicPartition.ToModel()].Add(NumberOf(result.Message));
        }

        return log;
    }

    private protected async Task<long> CommittedAsync(string alias, string topic = "orders") =>
        (await Cluster(alias).Client.GetPositionsAsync("checkout", [.. Enumerable.Range(0, Partitions).Select(p => new TopicPartition(topic, p))])).Values.Sum();

    private static byte[] Bytes(int number) => Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));
}
