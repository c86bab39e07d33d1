using System.Threading.Channels;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>
/// Writes to whichever Kafka cluster is active. Records reach the partitions of a cluster in the order of the calls, also over a switch: the
/// old cluster acknowledges what it was sent before the new one gets anything, or, where it is gone, what it left open goes first. A cluster
/// that the switch says is lost is not waited for. An acknowledged record is never sent again. Safe for several threads.
/// </summary>
public sealed class SwitchableProducer : IAsyncDisposable
{
    private readonly SwitchContext _context;
    private readonly SwitchableProducerOptions _options;
    private readonly Channel<PendingRecord> _accepted;
    private readonly SwitchFollower _follower;
    private readonly List<PendingRecord> _again = [];
    private ProducerSession? _session;
    private volatile bool _isEnding;

    internal SwitchableProducer(SwitchContext context, SwitchableProducerOptions options)
    {
        (_context, _options) = (context, options);
        _accepted = Channel.CreateBounded<PendingRecord>(options.MaxPending);
        _follower = new(context, options.Name, FollowAsync);
    }

    /// <summary>Gets what it does.</summary>
    public ClientStatus Status => _follower.Status;

    internal SwitchFollower Follower => _follower;

    /// <summary>Writes a record. Its place in the order is that of the call, so callers need not wait for one before the next.</summary>
    /// <param name="topic">Topic, as it is called where it is written.</param>
    /// <param name="message">Key, value, headers and timestamp. Not to be changed before the record is written.</param>
    /// <param name="cancellationToken">Ends the waiting. A record that was not sent yet is not sent; one that was may be written.</param>
    /// <returns>Where it was written, once all in-sync replicas have it. While producers are stopped, this takes until they go on.</returns>
    /// <exception cref="KafkaClusterException">The cluster refuses the record.</exception>
    /// <exception cref="RecordNotAcknowledgedException">The cluster was left before it acknowledged the record, which is not to be sent again.</exception>
    /// <exception cref="ObjectDisposedException">The producer was disposed of.</exception>
    public async Task<WrittenRecord> ProduceAsync(string topic, Message<byte[], byte[]> message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(topic);
        ArgumentNullException.ThrowIfNull(message);
        PendingRecord record = new(topic, message);
        try
        {
            // Writers that must wait for room keep their order, too.
            await _accepted.Writer.WriteAsync(record, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SwitchableProducer));
        }

        using CancellationTokenRegistration abandon = cancellationToken.UnsafeRegister((r, token) => ((PendingRecord)r!).Abandon(token), record);
        return await record.Written.ConfigureAwait(false);
    }

    /// <summary>Accepts nothing more, sends what was accepted, waits for that as long as for a switch, and ends. What was not acknowledged fails.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_accepted.Writer.TryComplete())
        {
            return;
        }

        _isEnding = true;
        await _follower.DisposeAsync().ConfigureAwait(false);
        if (_session is not null)
        {
            using CancellationTokenSource limit = new(_options.FlushTimeout, _context.Time);
            await _session.FinishAsync(limit.Token).ConfigureAwait(false);
            await _session.PauseAsync().ConfigureAwait(false);
            await LeaveAsync(_session, UnacknowledgedRecords.Fail, isLost: false).ConfigureAwait(false);
        }

        await foreach (PendingRecord record in _accepted.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            _again.Add(record);
        }

        _again.ForEach(r => r.Fail(new ObjectDisposedException(nameof(SwitchableProducer))));
    }

    private async Task<ClientActivity> FollowAsync(SwitchState state, CancellationToken superseded)
    {
        if (_session is { } session)
        {
            await session.PauseAsync().ConfigureAwait(false);
            if (session.Alias != state.Cluster)
            {
                await LeaveAsync(session, _options.Unacknowledged, isLost: session.Alias == state.Lost).ConfigureAwait(false);
            }
            else if (state.Phase != SwitchPhase.Open)
            {
                await session.FlushAsync(superseded).ConfigureAwait(false);
            }
        }

        // While the old cluster was left, another may have become active. At the end none will, and what was accepted is still written.
        if (state.Phase != SwitchPhase.Open || (superseded.IsCancellationRequested && !_isEnding))
        {
            return ClientActivity.Held;
        }

        _session ??= new(_context.Clients[state.Cluster], Configure);
        _session.Start(_again, _accepted.Reader);
        _again.Clear();
        return ClientActivity.Working;
    }

    private async Task LeaveAsync(ProducerSession session, UnacknowledgedRecords policy, bool isLost)
    {
        if (!isLost)
        {
            using CancellationTokenSource limit = new(_options.FlushTimeout, _context.Time);
            await session.FlushAsync(limit.Token).ConfigureAwait(false);
        }

        (IReadOnlyList<PendingRecord> unacknowledged, IReadOnlyList<PendingRecord> unsent) = await session.CloseAsync().ConfigureAwait(false);
        _session = null;
        if (policy == UnacknowledgedRecords.Fail)
        {
            foreach (PendingRecord record in unacknowledged)
            {
                record.Fail(new RecordNotAcknowledgedException(session.Alias, record.Topic));
            }
        }
        else
        {
            _again.AddRange(unacknowledged);
        }

        _again.AddRange(unsent);
    }

    private void Configure(ProducerConfig config)
    {
        (config.MessageTimeoutMs, config.QueueBufferingMaxMessages) = (0, _options.MaxPending);
        _options.Configure?.Invoke(config);
    }
}
