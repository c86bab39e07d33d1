using System.Collections.Concurrent;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Clients;

/// <summary>
/// The way to one Kafka cluster: its consumers and producers, its topics, offsets and positions of groups. Connections are made when they
/// are first needed. Safe for several threads.
/// </summary>
public sealed class ClusterClient : IDisposable
{
    // Consumers that join no group need a name all the same.
    private const string OwnGroup = "mesh-sdk";
    private const int ReaderWaitMilliseconds = 50;

    // librdkafka pauses for a second where enough is queued, also before it fetches the next of many small batches.
    private const int ReaderBackoffMilliseconds = 5;

    // Each group takes a client of its own, with its threads and connections.
    private const int GroupsAtATime = 8;

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, string> _settings;
    private readonly Lazy<IAdminClient> _admin;
    private readonly Lazy<IClusterAdministration> _administration;
    private bool _isDisposed;
    private IReadOnlyDictionary<TopicPartition, int>? _leaders;

    /// <summary>Makes a client of a cluster.</summary>
    /// <param name="alias">Alias of the cluster.</param>
    /// <param name="settings">What every client of it needs, under librdkafka's names, such as <c>bootstrap.servers</c>.</param>
    public ClusterClient(string alias, IReadOnlyDictionary<string, string> settings)
        : this(alias, settings, administration: null)
    {
    }

    internal ClusterClient(string alias, IReadOnlyDictionary<string, string> settings, Func<ClusterClient, IClusterAdministration>? administration)
    {
        ArgumentNullException.ThrowIfNull(alias);
        ArgumentNullException.ThrowIfNull(settings);
        Alias = alias;
        _settings = settings.ToDictionary(StringComparer.Ordinal);
        _admin = new(() => new AdminClientBuilder(new Dictionary<string, string>(_settings)).SetLogHandler(Ignore).SetErrorHandler((_, error) => Note(error)).Build());
        _administration = new(() => administration?.Invoke(this) ?? new ClusterAdministration(this));
    }

    /// <summary>Gets the alias of the cluster.</summary>
    public string Alias { get; }

    /// <summary>Gets how long a request may take; 30 s unless told otherwise.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>Gets what is administered on the cluster.</summary>
    public IClusterAdministration Administration => _administration.Value;

    internal IAdminClient Admin => _admin.Value;

    /// <summary>Gets the alias, and where clients look for the cluster first.</summary>
    internal string Name => $"'{Alias}' at {Addresses.WithoutUsers(_settings.GetValueOrDefault("bootstrap.servers") ?? _settings.GetValueOrDefault("metadata.broker.list") ?? "no bootstrap servers")}";

    /// <summary>Gets what last kept a client from connecting, a sentence with a space before it; empty once a request is answered.</summary>
    internal string Trouble { get; private set; } = "";

    internal void Answered() => Trouble = "";

    /// <summary>Makes a consumer of bytes, which belongs to the caller.</summary>
    /// <param name="configure">Sets what differs: by default it commits nothing, begins at the start of a partition that has no position, and creates no topic.</param>
    public IConsumer<byte[], byte[]> CreateConsumer(Action<ConsumerConfig>? configure = null) => CreateConsumer(configure, Ignore);

    /// <summary>Makes a producer of bytes, which belongs to the caller.</summary>
    /// <param name="configure">Sets what differs: by default it waits for all replicas and is idempotent.</param>
    public IProducer<byte[], byte[]> CreateProducer(Action<ProducerConfig>? configure = null) => CreateProducer(configure, Ignore);

    /// <summary>Returns the topics of the cluster with the number of their partitions.</summary>
    /// <exception cref="KafkaClusterException">The cluster can't be reached, or refuses.</exception>
    public async Task<IReadOnlyDictionary<string, int>> GetTopicsAsync(CancellationToken cancellationToken = default)
    {
        // Without the name of a topic, the request creates none.
        Metadata metadata = await AdminCalls.RunAsync(
            this, "Listing topics", () => Task.Run(() => _admin.Value.GetMetadata(Timeout), cancellationToken), cancellationToken).ConfigureAwait(false);
        _leaders = metadata.Topics.SelectMany(t => t.Partitions.Select(p => (Partition: new TopicPartition(t.Topic, p.PartitionId), p.Leader))).ToDictionary(p => p.Partition, p => p.Leader);
        return metadata.Topics.Where(t => !t.Error.IsError).ToDictionary(t => t.Topic, t => t.Partitions.Count, StringComparer.Ordinal);
    }

    /// <summary>Returns the offsets of the first records.</summary>
    /// <exception cref="KafkaClusterException">The cluster can't be reached, or refuses.</exception>
    public Task<IReadOnlyDictionary<TopicPartition, long>> GetStartOffsetsAsync(IReadOnlyCollection<TopicPartition> partitions, CancellationToken cancellationToken = default) =>
        OffsetQuery.RunAsync(this, partitions, OffsetSpec.Earliest(), cancellationToken, _leaders);

    /// <summary>Returns the offsets that the next records get.</summary>
    /// <exception cref="KafkaClusterException">The cluster can't be reached, or refuses.</exception>
    public Task<IReadOnlyDictionary<TopicPartition, long>> GetEndOffsetsAsync(IReadOnlyCollection<TopicPartition> partitions, CancellationToken cancellationToken = default) =>
        OffsetQuery.RunAsync(this, partitions, OffsetSpec.Latest(), cancellationToken, _leaders);

    /// <summary>Returns the positions that a group has committed; partitions without one are left out.</summary>
    /// <exception cref="KafkaClusterException">The cluster can't be reached, or refuses.</exception>
    public async Task<IReadOnlyDictionary<TopicPartition, long>> GetPositionsAsync(
        string group, IReadOnlyCollection<TopicPartition> partitions, CancellationToken cancellationToken = default) => partitions is { Count: 0 }
        ? new Dictionary<TopicPartition, long>()
        : await GroupPositions.ReadAsync(this, group, partitions, cancellationToken).ConfigureAwait(false);

    /// <summary>Returns the positions that each of several groups has committed.</summary>
    /// <param name="groups">Groups.</param>
    /// <param name="partitions">Partitions.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <param name="leavesOut">After which failures a group is left out; after none unless told otherwise.</param>
    internal async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<TopicPartition, long>>> GetPositionsAsync(
        IReadOnlyCollection<string> groups, IReadOnlyCollection<TopicPartition> partitions, CancellationToken cancellationToken, Func<KafkaClusterException, bool>? leavesOut = null)
    {
        ConcurrentDictionary<string, IReadOnlyDictionary<TopicPartition, long>> positions = new(StringComparer.Ordinal);
        ParallelOptions few = new() { MaxDegreeOfParallelism = GroupsAtATime, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(groups, few, ReadAsync).ConfigureAwait(false);
        return positions;

        async ValueTask ReadAsync(string group, CancellationToken token)
        {
            try
            {
                positions[group] = await GetPositionsAsync(group, partitions, token).ConfigureAwait(false);
            }
            catch (KafkaClusterException e) when (leavesOut?.Invoke(e) == true)
            {
                // Its caller does without it.
            }
        }
    }

    /// <summary>Returns the id that the cluster gave itself when it was made; empty for one that has none.</summary>
    internal async Task<string> GetIdAsync(CancellationToken cancellationToken) => (await AdminCalls.RunAsync(
        this, "Asking for the id", () => _admin.Value.DescribeClusterAsync(new() { RequestTimeout = Timeout }), cancellationToken).ConfigureAwait(false)).ClusterId ?? "";

    /// <summary>Returns which of some partitions exist, each once.</summary>
    internal async Task<TopicPartition[]> ExistingAsync(IEnumerable<TopicPartition> partitions, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, int> topics = await GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        return [.. partitions.Distinct().Where(p => topics.TryGetValue(p.Topic, out int count) && p.Partition < count)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        if (_administration.IsValueCreated)
        {
            _administration.Value.Dispose();
        }

        if (_admin.IsValueCreated)
        {
            _admin.Value.Dispose();
        }
    }

    /// <summary>Returns the alias; settings may have credentials and are not shown.</summary>
    public override string ToString() => Alias;

    /// <summary>Makes a consumer that reads what is there and goes: it tells ends, and doesn't hold a fetch back until records come.</summary>
    internal IConsumer<byte[], byte[]> CreateReader(IsolationLevel isolation = IsolationLevel.ReadCommitted, Action<ConsumerConfig>? configure = null) => CreateConsumer(c =>
    {
        (c.EnablePartitionEof, c.FetchWaitMaxMs, c.FetchQueueBackoffMs, c.IsolationLevel) = (true, ReaderWaitMilliseconds, ReaderBackoffMilliseconds, isolation);
        configure?.Invoke(c);
    });

    /// <summary>Makes a consumer that tells of connections that break, which are no exceptions.</summary>
    internal IConsumer<byte[], byte[]> CreateConsumer(Action<ConsumerConfig>? configure, Action<Error> troubled) =>
        CreateConsumerBuilder(configure, troubled).Build();

    /// <summary>Makes a producer that tells of connections that break, which are no exceptions.</summary>
    internal IProducer<byte[], byte[]> CreateProducer(Action<ProducerConfig>? configure, Action<Error> troubled)
    {
        ProducerConfig config = new(new Dictionary<string, string>(_settings)) { Acks = Acks.All, EnableIdempotence = true };
        configure?.Invoke(config);
        return new ProducerBuilder<byte[], byte[]>(config).SetLogHandler(Ignore).SetErrorHandler((_, error) => Note(error, troubled)).Build();
    }

    internal ConsumerBuilder<byte[], byte[]> CreateConsumerBuilder(Action<ConsumerConfig>? configure = null, Action<Error>? troubled = null)
    {
        ConsumerConfig config = new(new Dictionary<string, string>(_settings))
        {
            GroupId = OwnGroup, EnableAutoCommit = false, AutoOffsetReset = AutoOffsetReset.Earliest, AllowAutoCreateTopics = false,
        };
        configure?.Invoke(config);
        return new ConsumerBuilder<byte[], byte[]>(config).SetLogHandler(Ignore).SetErrorHandler((_, error) => Note(error, troubled));
    }

    // That all brokers are down tells less than what was wrong with the last one.
    private void Note(Error error, Action<Error>? troubled = null)
    {
        if (error.Code is ErrorCode.Local_Transport or ErrorCode.Local_Resolve or ErrorCode.Local_Authentication or ErrorCode.Local_Ssl)
        {
            Trouble = $" {Addresses.WithoutUsers(error.Reason)}.";
        }

        troubled?.Invoke(error);
    }

    // What matters reaches the caller as an exception; connections that come and go do not belong on standard error.
    private static void Ignore<TClient, TMessage>(TClient client, TMessage message)
    {
    }

    private static void Ignore(Error error)
    {
    }
}
