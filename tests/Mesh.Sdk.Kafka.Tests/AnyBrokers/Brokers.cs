using System.Text;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Replication;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.AnyBrokers;

/// <summary>
/// Two clusters that mirror one topic both ways: embedded ones, or those that MESH_KAFKA_BOOTSTRAP names ("host:port,...;host:port,...").
/// Aliases, topic and group are new each time, and what was made of them is deleted at the end.
/// </summary>
internal sealed class Brokers : IAsyncDisposable
{
    public const int Partitions = 2;

    private const string Variable = "MESH_KAFKA_BOOTSTRAP";

    private readonly string _id = Guid.NewGuid().ToString("n")[..8];
    private readonly List<EmbeddedCluster> _embedded = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("brokers").FullName;

    private Brokers(string? bootstrap)
    {
        (Here, There, Topic, Group) = ($"here{_id}", $"there{_id}", $"orders{_id}", $"checkout{_id}");
        string[] aliases = [Here, There];
        IsReal = bootstrap is not null;
        ClusterClient[] clients = bootstrap is null ? [.. aliases.Select(Start)] : [.. aliases.Zip(Sets(bootstrap), Connect)];
        Clients = new(clients);
        string[][] servers = bootstrap is null ? [.. _embedded.Select(e => e.BootstrapServers.Split(','))] : [.. Sets(bootstrap).Select(s => s.Split(','))];
        Topology = ReplicationTopology.Define(k =>
        {
            k.AddCluster(Here, c => c.AtBootstrapServers(servers[0]));
            k.AddCluster(There, c => c.AtBootstrapServers(servers[1]));
            k.MirrorBothWays(Here, There, f => f.ForDisasterRecovery().Topics(Topic).Groups(Group));
        });
    }

    public string Here { get; }

    public string There { get; }

    public string Topic { get; }

    public string Group { get; }

    public bool IsReal { get; }

    public KafkaClients Clients { get; }

    public ReplicationTopology Topology { get; }

    /// <summary>Starts or connects, and makes the topic on both.</summary>
    public static async Task<Brokers> StartAsync()
    {
        Brokers brokers = new(Environment.GetEnvironmentVariable(Variable));
        foreach (string alias in new[] { brokers.Here, brokers.There })
        {
            await brokers.Clients[alias].Administration.CreateTopicAsync(brokers.Topic, Partitions, -1, new Dictionary<string, string>());
        }

        return brokers;
    }

    public string RemoteTopicOf(string alias) => $"{alias}.{Topic}";

    public string Journal(string name) => Path.Combine(_folder, name);

    /// <summary>Real brokers refuse members that want to be missed sooner than after 6 s.</summary>
    public void Configure(ConsumerConfig config) =>
        (config.SessionTimeoutMs, config.HeartbeatIntervalMs, config.AutoCommitIntervalMs) = IsReal ? (6_000, 500, 100) : (1_300, 100, 20);

    public async Task ProduceAsync(string alias, IEnumerable<string> records)
    {
        using IProducer<byte[], byte[]> producer = Clients[alias].CreateProducer();
        await Task.WhenAll(records.Select((r, i) => producer.ProduceAsync(new TopicPartition(Topic, i % Partitions).ToClient(), new() { Value = Encoding.UTF8.GetBytes(r) })));
    }

    /// <summary>Reads all that the partitions of topics have.</summary>
    public Task<List<string>> ReadAsync(string alias, params string[] topics) => ReadAsync(alias, "", topics);

    /// <summary>Joins the group, reads to the end of its topics, commits, and leaves.</summary>
    public Task<List<string>> ProcessAsync(string alias) => ReadAsync(alias, Group, [Topic, RemoteTopicOf(alias == Here ? There : Here)]);

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        if (IsReal)
        {
            await DeleteAsync(Here);
            await DeleteAsync(There);
        }

        Clients.Dispose();
        _embedded.ForEach(e => e.Dispose());
    }

    private static string[] Sets(string bootstrap) => bootstrap.Split(';') is { Length: >= 2 } sets
        ? sets[..2]
        : throw new FormatException($"{Variable} names two clusters: host:port,...;host:port,...");

    private static ClusterClient Connect(string alias, string servers) => new(alias, new Dictionary<string, string> { ["bootstrap.servers"] = servers });

    private ClusterClient Start(string alias)
    {
        _embedded.Add(EmbeddedCluster.Start(alias));
        return _embedded[^1].Client;
    }

    private async Task DeleteAsync(string alias)
    {
        IClusterAdministration administration = Clients[alias].Administration;
        foreach (string topic in (await Clients[alias].GetTopicsAsync()).Keys.Where(t => t.Contains(_id, StringComparison.Ordinal)))
        {
            await administration.DeleteTopicAsync(topic);
        }

        await administration.DeleteGroupAsync(Group);
    }

    private async Task<List<string>> ReadAsync(string alias, string group, string[] topics)
    {
        IReadOnlyDictionary<string, int> all = await Clients[alias].GetTopicsAsync();
        TopicPartition[] partitions = [.. topics.SelectMany(t => Enumerable.Range(0, all.GetValueOrDefault(t)).Select(p => new TopicPartition(t, p)))];
        return await Task.Run(() => Read(alias, group, partitions));
    }

    private List<string> Read(string alias, string group, TopicPartition[] partitions)
    {
        using IConsumer<byte[], byte[]> consumer = Clients[alias].CreateConsumer(c =>
        {
            Configure(c);
            (c.EnablePartitionEof, c.GroupId) = (true, group.Length == 0 ? _id : group);
        });
        if (group.Length == 0)
        {
            consumer.Assign(partitions.Select(p => new TopicPartitionOffset(p.ToClient(), Offset.Beginning)));
        }
        else
        {
            consumer.Subscribe(partitions.Select(p => p.Topic).Distinct());
        }

        List<string> records = [];
        for (int open = partitions.Length; open > 0;)
        {
            ConsumeResult<byte[], byte[]> result = consumer.Consume(TimeSpan.FromSeconds(30)) ?? throw new TimeoutException($"Nothing arrived on {alias}.");
            if (result.IsPartitionEOF)
            {
                open--;
                continue;
            }

            records.Add(Encoding.UTF8.GetString(result.Message.Value));
            if (group.Length > 0)
            {
                consumer.Commit(result);
            }
        }

        consumer.Close();
        return records;
    }
}
