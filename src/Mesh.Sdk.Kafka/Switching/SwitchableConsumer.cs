using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Mesh.Sdk.Kafka.Clients;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>
/// Reads topics from whichever Kafka cluster is active, under their own names and those that flows give them there, as a member of one group.
/// Commits only what was marked as processed, in the order of each partition: what was handed out and not marked comes again. Safe for several threads.
/// </summary>
public sealed class SwitchableConsumer : IAsyncDisposable
{
    private readonly SwitchContext _context;
    private readonly string _group;
    private readonly IReadOnlyCollection<string> _topics;
    private readonly SwitchableConsumerOptions _options;
    private readonly Channel<Arrival> _arrivals = Channel.CreateUnbounded<Arrival>();
    private readonly SwitchFollower _follower;
    private ConsumerSession? _session;

    internal SwitchableConsumer(SwitchContext context, string group, IReadOnlyCollection<string> topics, SwitchableConsumerOptions options)
    {
        (_context, _group, _topics, _options) = (context, group, topics, options);
        _follower = new(context, options.Name, FollowAsync);
    }

    /// <summary>Gets what it does.</summary>
    public ClientStatus Status => _follower.Status;

    internal SwitchFollower Follower => _follower;

    /// <summary>Returns the next record.</summary>
    /// <exception cref="KafkaClusterException">The cluster refuses; the next call goes on.</exception>
    /// <exception cref="ObjectDisposedException">The consumer was disposed of.</exception>
    public async Task<ReceivedRecord> ConsumeAsync(CancellationToken cancellationToken = default)
    {
        while (await _arrivals.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_arrivals.Reader.TryRead(out Arrival arrival) && (arrival.Error is not null || arrival.Record!.TryHandOut()))
            {
                return arrival.Record ?? throw arrival.Error!;
            }
        }

        throw new ObjectDisposedException(nameof(SwitchableConsumer));
    }

    /// <summary>Returns records as they come, until the consumer is disposed of.</summary>
    /// <exception cref="KafkaClusterException">The cluster refuses; another enumeration goes on.</exception>
    public async IAsyncEnumerable<ReceivedRecord> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await _arrivals.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (_arrivals.Reader.TryRead(out Arrival arrival))
            {
                if (arrival.Error is not null)
                {
                    throw arrival.Error;
                }

                if (arrival.Record!.TryHandOut())
                {
                    yield return arrival.Record;
                }
            }
        }
    }

    /// <summary>Hands nothing more out, waits for what is being processed as long as for a switch, commits and leaves the group.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_arrivals.Writer.TryComplete())
        {
            return;
        }

        await _follower.DisposeAsync().ConfigureAwait(false);
        await LeaveAsync(isLost: false).ConfigureAwait(false);
    }

    private async Task<ClientActivity> FollowAsync(SwitchState state, CancellationToken superseded)
    {
        bool stays = state.Phase != SwitchPhase.Held;
        if (_session?.Alias is { } alias && (alias != state.Cluster || !stays))
        {
            await LeaveAsync(isLost: alias == state.Lost).ConfigureAwait(false);
        }

        if (stays && !superseded.IsCancellationRequested)
        {
            _session ??= new(_context.Clients[state.Cluster], _group, TopicNames.On(state.Cluster, _context.Topology, _topics), _arrivals, _options, _context.Time);
        }

        return stays ? ClientActivity.Working : ClientActivity.Held;
    }

    private async Task LeaveAsync(bool isLost)
    {
        if (_session is { } session)
        {
            _session = null;
            await (isLost ? session.AbandonAsync() : session.LeaveAsync()).ConfigureAwait(false);
        }
    }
}
