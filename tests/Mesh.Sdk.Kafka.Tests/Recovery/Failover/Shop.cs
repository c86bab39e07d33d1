using System.Text;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Recovery.Steps;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

/// <summary>Two clusters with orders in two partitions, mirrored both ways by hand, and a recovery that is impatient.</summary>
internal sealed class Shop : IDisposable
{
    public const string Group = "checkout";

    public static readonly string[] Everywhere = ["orders", "aws.orders", "gke.orders"];

    private readonly KafkaClients _clients;
    private readonly string _folder = Directory.CreateTempSubdirectory("failover").FullName;
    private int _orders;

    public Shop(Action<ReplicationFlowBuilder>? configure = null, TimeSpan? patience = null)
    {
        (Aws, Gke) = (TestCluster.Start("aws"), TestCluster.Start("gke"));
        Topology = ReplicationTopology.Define(k =>
        {
            k.AddCluster("aws", c => c.AtBootstrapServers(Aws.BootstrapServers.Split(',')));
            k.AddCluster("gke", c => c.AtBootstrapServers(Gke.BootstrapServers.Split(',')));
            k.MirrorBothWays("aws", "gke", f =>
            {
                f.Topics("orders").Groups("checkout", "billing");
                configure?.Invoke(f);
            });
        });
        _clients = new([Aws.ConnectForOutages(), Gke.ConnectForOutages()]);
        Recovery = new(Topology, _clients)
        {
            Tools = new() { Switch = Switch, Mirrors = Mirrors, LookInterval = TimeSpan.FromMilliseconds(10), Patience = patience ?? TimeSpan.FromMinutes(1) },
        };
        (ThereTo, BackTo) = (Mirror(Aws, Gke), Mirror(Gke, Aws));
        foreach (string topic in new[] { "orders", ThereTo.RemoteTopic }.Distinct())
        {
            Gke.CreateTopic(topic, partitions: 2);
        }

        foreach (string topic in new[] { "orders", BackTo.RemoteTopic }.Distinct())
        {
            Aws.CreateTopic(topic, partitions: 2);
        }
    }

    public TestCluster Aws { get; }

    public TestCluster Gke { get; }

    public ReplicationTopology Topology { get; }

    public KafkaRecovery Recovery { get; }

    public RecordedSwitch Switch { get; } = new();

    public RecordedMirrors Mirrors { get; } = new();

    /// <summary>Gets the mirror from aws to gke.</summary>
    public HandMirror ThereTo { get; }

    /// <summary>Gets the mirror from gke to aws.</summary>
    public HandMirror BackTo { get; }

    public string Journal => Path.Combine(_folder, "failover.journal");

    /// <summary>Gets every order that was placed.</summary>
    public List<string> Placed { get; } = [];

    /// <summary>Gets every order that a group has processed, in order.</summary>
    public List<string> Processed { get; } = [];

    public async Task PlaceOrdersAsync(TestCluster cluster, int count, string topic = "orders")
    {
        using IProducer<byte[], byte[]> producer = cluster.Client.CreateProducer(c => c.LingerMs = 0);
        for (int i = 0; i < count; i++, _orders++)
        {
            string order = FormattableString.Invariant($"order {_orders}");
            await producer.ProduceAsync(new TopicPartition(topic, _orders % 2).ToClient(), new() { Value = Encoding.UTF8.GetBytes(order) });
            Placed.Add(order);
        }
    }

    public async Task ProcessAsync(TestCluster cluster, int atMost = int.MaxValue, string group = Group)
    {
        string[] topics = [.. (await cluster.Client.GetTopicsAsync()).Keys.Intersect(Everywhere)];
        Processed.AddRange(await Reading.AsGroupAsync(cluster, group, topics, atMost));
    }

    public static Task<IReadOnlyDictionary<TopicPartition, long>> PositionsAsync(TestCluster cluster, string topic, string group = Group) =>
        cluster.Client.GetPositionsAsync(group, [new(topic, 0), new(topic, 1)]);

    public KafkaRecovery WithTools(FailoverTools tools) => new(Topology, _clients) { Tools = tools };

    /// <summary>Places orders on aws, has the group process them, and mirrors all of it.</summary>
    public async Task BeginAsync(int orders = 40, int processed = int.MaxValue)
    {
        await PlaceOrdersAsync(Aws, orders);
        await ProcessAsync(Aws, processed);
        await ThereTo.CopyAsync();
        await ThereTo.CheckpointAsync(Group);
    }

    /// <summary>Places orders on aws, sets the group behind all but the last one of each partition, and mirrors all of it. Nobody joins, which is quick.</summary>
    public async Task BeginWithoutMembersAsync()
    {
        await PlaceOrdersAsync(Aws, 6);
        await Aws.Client.Administration.CommitAsync(Group, new Dictionary<TopicPartition, long> { [new("orders", 0)] = 2, [new("orders", 1)] = 2 });
        await ThereTo.CopyAsync();
        await ThereTo.CheckpointAsync(Group);
    }

    public void ProcessedAllOnce() => Processed.Should().BeEquivalentTo(Placed);

    public void ProcessedAll(int twice)
    {
        Processed.Distinct().Should().BeEquivalentTo(Placed, "no order is lost");
        (Processed.Count - Placed.Count).Should().Be(twice, "that many orders are processed twice");
    }

    public void Dispose()
    {
        _clients.Dispose();
        Aws.Dispose();
        Gke.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private HandMirror Mirror(TestCluster from, TestCluster to) =>
        new(from, to, "orders", Topology.FindFlow(from.Alias, to.Alias)!.Policy()!);
}
