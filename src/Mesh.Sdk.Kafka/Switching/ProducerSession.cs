using System.Threading.Channels;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>The time that a producer spends at one cluster. Records are sent in the order in which they were accepted.</summary>
internal sealed class ProducerSession(ClusterClient cluster, Action<ProducerConfig> configure) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly LinkedList<PendingRecord> _sent = [];
    private Queue<PendingRecord> _next = [];
    private IProducer<byte[], byte[]> _producer = cluster.CreateProducer(configure);
    private CancellationTokenSource _pause = new();
    private Task _sending = Task.CompletedTask;
    private TaskCompletionSource? _changed;

    public string Alias => cluster.Alias;

    /// <summary>Sends some records, and then what comes.</summary>
    public void Start(IEnumerable<PendingRecord> first, ChannelReader<PendingRecord> accepted)
    {
        _next = new([.. _next, .. first]);
        _pause.Dispose();
        _pause = new();
        _sending = Task.Run(() => SendAsync(accepted, _pause.Token));
    }

    /// <summary>Sends nothing more. What was sent may still be acknowledged.</summary>
    public async Task PauseAsync()
    {
        await _pause.CancelAsync().ConfigureAwait(false);
        await _sending.ConfigureAwait(false);
    }

    /// <summary>Sends all that was accepted, once nothing more is.</summary>
    public Task FinishAsync(CancellationToken cancellationToken) => _sending.WaitAsync(cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);

    /// <summary>Waits until the cluster has told what became of all that was sent. Returns whether it has.</summary>
    public async Task<bool> FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await UntilAsync(() => _sent.Count == 0, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Leaves the cluster, after a pause. Returns what it did not acknowledge, and what was not sent, in order.</summary>
    public async Task<(IReadOnlyList<PendingRecord> Unacknowledged, IReadOnlyList<PendingRecord> Unsent)> CloseAsync()
    {
        // Nothing is reported once the client is gone, so what is left then stays as it is.
        await Task.Run(Dispose).ConfigureAwait(false);
        return ([.. _sent], [.. _next]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _producer.Dispose();
        _pause.Dispose();
    }

    private async Task SendAsync(ChannelReader<PendingRecord> accepted, CancellationToken pause)
    {
        try
        {
            while (_next.Count > 0 || await accepted.WaitToReadAsync(pause).ConfigureAwait(false))
            {
                pause.ThrowIfCancellationRequested();
                if (_next.Count == 0 && accepted.TryRead(out PendingRecord? record))
                {
                    _next.Enqueue(record);
                }

                if (_next.TryPeek(out PendingRecord? first) && await TrySendAsync(first, pause).ConfigureAwait(false))
                {
                    _next.Dequeue();
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task<bool> TrySendAsync(PendingRecord record, CancellationToken pause)
    {
        if (record.Written.IsCompleted)
        {
            return true;
        }

        (LinkedListNode<PendingRecord> node, int before) = Add(record);
        try
        {
            _producer.Produce(record.Topic, record.Message, report => Report(node, report));
            return true;
        }
        catch (ProduceException<byte[], byte[]> e)
        {
            Remove(node);
            switch (e.Error.Code)
            {
                case ErrorCode.Local_QueueFull:
                    await UntilAsync(() => _sent.Count == 0 || _sent.Count < before, pause).ConfigureAwait(false);
                    return false;
                case ErrorCode.Local_Fatal or ErrorCode.OutOfOrderSequenceNumber or ErrorCode.UnknownProducerId or ErrorCode.InvalidProducerEpoch or ErrorCode.ProducerFenced:
                    Renew();
                    return false;
                default:
                    record.Fail(Failure(record, e.Error, e));
                    return true;
            }
        }
    }

    // An idempotent client that has lost count never works again. What it was not told about is sent again, in order.
    private void Renew()
    {
        _producer.Dispose();
        _next = new([.. _sent, .. _next]);
        _sent.Clear();
        _producer = cluster.CreateProducer(configure);
    }

    private void Report(LinkedListNode<PendingRecord> node, DeliveryReport<byte[], byte[]> report)
    {
        PendingRecord record = node.Value;
        Remove(node);
        if (report.Error.IsError)
        {
            record.Fail(Failure(record, report.Error));
        }
        else
        {
            record.Complete(new(Alias, report.TopicPartition.ToModel(), report.Offset.Value));
        }
    }

    private KafkaClusterException Failure(PendingRecord record, Error error, Exception? inner = null) =>
        new(Alias, $"Writing to the topic '{record.Topic}'", error, inner);

    private (LinkedListNode<PendingRecord> Node, int Before) Add(PendingRecord record)
    {
        lock (_lock)
        {
            return (_sent.AddLast(record), _sent.Count - 1);
        }
    }

    private void Remove(LinkedListNode<PendingRecord> node)
    {
        TaskCompletionSource? changed;
        lock (_lock)
        {
            _sent.Remove(node);
            (changed, _changed) = (_changed, null);
        }

        changed?.SetResult();
    }

    private async Task UntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (condition())
                {
                    return;
                }

                changed = (_changed ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
