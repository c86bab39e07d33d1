using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>Copies partitions: reads the source and writes the target, on a thread of its own. Source: <c>MirrorSourceTask</c>.</summary>
internal sealed class SourceTask
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Backoff = TimeSpan.FromMilliseconds(100);

    private readonly FlowConfiguration _flow;
    private readonly KafkaClients _clients;
    private readonly FlowJournal _journal;
    private readonly CopyWindow _window;
    private readonly RepeatBudget _budget;
    private readonly OffsetSyncSender _syncs;
    private readonly Dictionary<TopicPartition, Route> _routes;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Route? _last;

    public SourceTask(FlowConfiguration flow, KafkaClients clients, InternalWriters writers, FlowJournal journal, RepeatBudget budget, IEnumerable<PartitionCopy> copies)
    {
        (_flow, _clients, _journal, _budget) = (flow, clients, journal, budget);
        _window = new(flow.Clients.BufferBytes, budget);
        _syncs = new(flow, writers, error => journal.Failed($"Writing offset syncs failed: {error.Reason} ({error.Code})."));
        _routes = copies.ToDictionary(c => c.Source, c => new Route(c, flow.Topics.OnTarget(c.Source).ToClient(), report => Delivered(c, report)));
        _thread = new(Run) { IsBackground = true, Name = $"{flow.Direction} mirror" };
    }

    /// <summary>Gets why the task has failed; <see langword="null"/> if it has not.</summary>
    public EmbeddedMirrorException? Failure { get; private set; }

    public long RecordsOnTheirWay => _window.Records;

    public IEnumerable<PartitionCopy> Copies => _routes.Values.Select(r => r.Copy);

    public void Start(bool isPaused)
    {
        // Here and not on the thread, so that whoever waits from now on does not meet the failure of an earlier task.
        Rewind();
        _window.Pause(isPaused);
        _thread.Start();
    }

    /// <summary>Holds the task, and ends when nothing is on its way.</summary>
    public Task PauseAsync()
    {
        _window.Pause(isPaused: true);
        return _window.IdleAsync();
    }

    public void Resume() => _window.Pause(isPaused: false);

    /// <summary>Says that positions were stored, for which some offset syncs wait.</summary>
    public void Commit()
    {
        _window.Change();
        _syncs.Commit();
    }

    /// <summary>Ends when all offset syncs are sent.</summary>
    public Task SyncsSentAsync() => _syncs.SentAsync();

    /// <summary>Lets what is on its way arrive, and ends. Cancelled, it leaves that alone.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _window.Stop();
        using CancellationTokenRegistration abandon = cancellationToken.Register(_window.Abandon);
        await _ended.Task.ConfigureAwait(false);
    }

    private void Run()
    {
        try
        {
            Copy();
        }
        catch (Exception e)
        {
            Failure = e as EmbeddedMirrorException ?? new(_flow.Direction, e.Message, e);
            _journal.TaskFailed(Failure);
            foreach (Route route in _routes.Values)
            {
                route.Copy.Fail(Failure);
            }
        }
        finally
        {
            _window.Close();
            _ended.SetResult();
        }
    }

    private void Copy()
    {
        using IConsumer<byte[], byte[]> consumer = _clients[_flow.Direction.Source].CreateConsumer(_flow.Clients.Configure, Troubled);
        consumer.Assign(Rewind());
        while (!CopyWithOneProducer(consumer))
        {
            // Its producer came to an end, and another one goes on.
        }
    }

    /// <summary>Returns whether the task is to end.</summary>
    private bool CopyWithOneProducer(IConsumer<byte[], byte[]> consumer)
    {
        using IProducer<byte[], byte[]> producer = _clients[_flow.Direction.Target].CreateProducer(_flow.Clients.Configure, Troubled);
        while (true)
        {
            switch (_window.Next())
            {
                case CopyStep.Read when Read(consumer) is { } result:
                    Take(producer, result);
                    break;
                case CopyStep.Recover when !Recover(consumer):
                    return false;
                case CopyStep.Stop:
                    _window.Settle();
                    return true;
            }
        }
    }

    // Nothing is read before all reports are there, so that order is kept. Returns whether the producer still works.
    private bool Recover(IConsumer<byte[], byte[]> consumer)
    {
        if (_window.Settle() is not { } failure)
        {
            return true;
        }

        _journal.Failed($"Writing to '{_flow.Direction.Target}' failed: {failure.Reason} ({failure.Code}).");
        bool isOver = DeliveryErrors.EndsProducer(failure);
        if (!isOver && !DeliveryErrors.IsRetriable(failure.Code))
        {
            throw new EmbeddedMirrorException(_flow.Direction, $"a record could not be written: {failure.Reason} ({failure.Code})");
        }

        _window.BackOff(Backoff);
        consumer.Assign(Rewind());
        return !isOver;
    }

    private List<TopicPartitionOffset> Rewind()
    {
        List<TopicPartitionOffset> positions = [];
        foreach (Route route in _routes.Values)
        {
            positions.Add(new(route.Copy.Source.ToClient(), route.Copy.Rewind(out long forgotten)));
            _budget.Forget(forgotten);
        }

        return positions;
    }

    // An error while reading is retried for ever, and the task goes on: so does MirrorMaker.
    private ConsumeResult<byte[], byte[]>? Read(IConsumer<byte[], byte[]> consumer)
    {
        try
        {
            return consumer.Consume(Poll);
        }
        catch (ConsumeException e)
        {
            Troubled(e.Error);
            return null;
        }
    }

    private void Take(IProducer<byte[], byte[]> producer, ConsumeResult<byte[], byte[]> result)
    {
        Route route = RouteOf(result);
        if (result.IsPartitionEOF)
        {
            route.Copy.ReachEnd(result.Offset.Value);
            return;
        }

        Message<byte[], byte[]> message = result.Message;
        message.Timestamp = TimeOf(message);
        int bytes = CopyWindow.SizeOf(message);
        route.Copy.Send(result.Offset.Value, bytes);
        _window.Enter(bytes);
        try
        {
            producer.Produce(route.Target, message, route.Delivered);
        }
        catch (ProduceException<byte[], byte[]> e)
        {
            route.Copy.Unsend();
            _window.Fail(e.Error);
            _window.Leave(bytes);
        }
    }

    private void Delivered(PartitionCopy copy, DeliveryReport<byte[], byte[]> report)
    {
        bool isCopied = copy.Report(!report.Error.IsError, out long offset, out int bytes);
        if (isCopied)
        {
            _journal.Copied(bytes);
            _budget.Arrive();
            _syncs.Add(new(copy.Source.Topic, copy.Source.Partition, offset, report.Offset.Value));
            copy.Tell();
        }
        else if (report.Error.IsError)
        {
            _window.Fail(report.Error);
        }

        _window.Leave(bytes);
    }

    private Route RouteOf(ConsumeResult<byte[], byte[]> result)
    {
        // Records come in runs of one partition.
        if (_last is not { } last || last.Copy.Source.Partition != result.Partition.Value || last.Copy.Source.Topic != result.Topic)
        {
            _last = last = _routes[new(result.Topic, result.Partition.Value)];
        }

        return last;
    }

    // The client takes 0 for now, so the first moment of 1970 becomes the second. A record without a time gets that of now, as Connect does it.
    private static Timestamp TimeOf(Message<byte[], byte[]> message) =>
        message.Timestamp.UnixTimestampMs < 0 ? Timestamp.Default : new(Math.Max(1, message.Timestamp.UnixTimestampMs), TimestampType.CreateTime);

    private void Troubled(Error error) => _journal.Failed($"{error.Reason} ({error.Code}).");

    private sealed record Route(PartitionCopy Copy, Confluent.Kafka.TopicPartition Target, Action<DeliveryReport<byte[], byte[]>> Delivered);
}
