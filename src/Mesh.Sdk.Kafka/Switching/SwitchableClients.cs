using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>
/// Makes producers and consumers that move to the active Kafka cluster when a switch says so. Disposes of them. Safe for several threads.
/// </summary>
public sealed class SwitchableClients : IAsyncDisposable
{
    private readonly SwitchContext _context;
    private readonly Lock _lock = new();
    private readonly List<(SwitchFollower Follower, IAsyncDisposable Client)> _made = [];

    /// <summary>Prepares clients; none connects before it is made.</summary>
    /// <param name="topology">Clusters and flows, whose policies name the topics that consumers subscribe to.</param>
    /// <param name="clients">The ways to the clusters. They belong to the caller, and outlive the switchable clients.</param>
    /// <param name="active">Says which cluster is active: one of the topology.</param>
    /// <param name="progress">Told what clients do; may be <see langword="null"/>.</param>
    /// <param name="time">Clock; by default that of the system.</param>
    /// <exception cref="ArgumentException">The active cluster is none of the topology.</exception>
    public SwitchableClients(
        ReplicationTopology topology, KafkaClients clients, IActiveCluster active, IProgress<ClientStatus>? progress = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(active);
        _context = new(topology, clients, active, progress, time ?? TimeProvider.System);
        ThrowIfUnknown(active.State, nameof(active));
        active.Join(this);
    }

    /// <summary>Makes a producer.</summary>
    public SwitchableProducer CreateProducer(SwitchableProducerOptions? options = null)
    {
        SwitchableProducer producer = new(_context, options ?? new());
        return Keep(producer, producer.Follower);
    }

    /// <summary>Makes a consumer, which joins its group on the active cluster.</summary>
    /// <param name="group">Group.</param>
    /// <param name="topics">Topics, by the names they have where they are written; at least one.</param>
    /// <param name="options">How it behaves.</param>
    public SwitchableConsumer CreateConsumer(string group, IReadOnlyCollection<string> topics, SwitchableConsumerOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(group);
        ArgumentNullException.ThrowIfNull(topics);
        ArgumentOutOfRangeException.ThrowIfZero(topics.Count);
        SwitchableConsumer consumer = new(_context, group, topics, options ?? new());
        return Keep(consumer, consumer.Follower);
    }

    /// <summary>Returns what each client does, in the order in which they were made.</summary>
    public IReadOnlyList<ClientStatus> Statuses() => [.. Made().Select(c => c.Follower.Status)];

    /// <summary>Waits until all clients have followed a state: producers have flushed or moved, consumers have left their groups or joined them.</summary>
    /// <exception cref="ArgumentException">The cluster of the state is none of the topology, so that nobody will follow.</exception>
    public Task WaitUntilFollowedAsync(SwitchState state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        ThrowIfUnknown(state, nameof(state));
        return Task.WhenAll(Made().Select(c => c.Follower.UntilFollowedAsync(state, cancellationToken)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _context.Active.Leave(this);
        await Task.WhenAll(Made().Select(c => c.Client.DisposeAsync().AsTask())).ConfigureAwait(false);
    }

    /// <summary>Returns what those do that have not followed a state.</summary>
    internal IEnumerable<ClientStatus> NotFollowing(SwitchState state) => Made().Where(c => !c.Follower.HasFollowed(state)).Select(c => c.Follower.Status);

    private void ThrowIfUnknown(SwitchState state, string parameter)
    {
        if (_context.Unknown(state) is { } problem)
        {
            throw new ArgumentException(problem, parameter);
        }
    }

    private T Keep<T>(T client, SwitchFollower follower)
        where T : IAsyncDisposable
    {
        lock (_lock)
        {
            _made.Add((follower, client));
        }

        return client;
    }

    private IReadOnlyList<(SwitchFollower Follower, IAsyncDisposable Client)> Made()
    {
        lock (_lock)
        {
            return [.. _made];
        }
    }
}
