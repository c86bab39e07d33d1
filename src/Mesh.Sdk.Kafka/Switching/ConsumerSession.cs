using System.Threading.Channels;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>The time that a consumer spends at one cluster: a thread that polls, and hands records to a channel.</summary>
internal sealed class ConsumerSession
{
    private static readonly TimeSpan PollTime = TimeSpan.FromMilliseconds(100);

    private readonly string _alias;
    private readonly TopicNames _topics;
    private readonly Channel<Arrival> _arrivals;
    private readonly SwitchableConsumerOptions _options;
    private readonly IConsumer<byte[], byte[]> _consumer;
    private readonly Dictionary<TopicPartition, (PartitionProgress Progress, long? Stored)> _assigned = [];
    private readonly TimeProvider _time;
    private readonly Task _run;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isPaused;
    private volatile bool _isLeaving;

    public ConsumerSession(ClusterClient cluster, string group, TopicNames topics, Channel<Arrival> arrivals, SwitchableConsumerOptions options, TimeProvider time)
    {
        (_alias, _topics, _arrivals, _options, _time) = (cluster.Alias, topics, arrivals, options, time);
        _consumer = cluster.CreateConsumerBuilder(config => Configure(config, group))
            .SetPartitionsAssignedHandler((_, partitions) => partitions.ForEach(p => _assigned[p] = (new(), null)))
            .SetPartitionsRevokedHandler((_, partitions) => partitions.ForEach(p => Revoke(p.TopicPartition, isOurs: true)))
            .SetPartitionsLostHandler((_, partitions) => partitions.ForEach(p => Revoke(p.TopicPartition, isOurs: false)))
            .Build();
        _run = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public string Alias => _alias;

    /// <summary>Hands nothing more out, waits for what is being processed, commits and leaves the group. Gives up waiting after the times of the options.</summary>
    public async Task LeaveAsync()
    {
        _isLeaving = true;
        try
        {
            await _run.WaitAsync(_options.FinishTimeout + _options.LeaveTimeout, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // A cluster that is gone can't be left; the thread ends when the client gives up.
        }
    }

    /// <summary>Hands nothing more out, and waits for nothing: the cluster is lost. What is processed meanwhile is committed if it comes back in time.</summary>
    public async Task AbandonAsync()
    {
        _isLeaving = true;
        await Task.WhenAny(_ended.Task, _run).ConfigureAwait(false);
    }

    private void Configure(ConsumerConfig config, string group)
    {
        config.AutoCommitIntervalMs = 1_000;
        _options.Configure?.Invoke(config);

        // The client commits what is stored: in the background, before a partition goes, and when it leaves.
        (config.GroupId, config.EnableAutoCommit, config.EnableAutoOffsetStore) = (group, true, false);
    }

    // Whoever waits for a record hears that none will come.
    private void Run()
    {
        try
        {
            Read();
        }
        catch (KafkaException e)
        {
            _arrivals.Writer.TryWrite(new(Error: new KafkaClusterException(_alias, "Reading", e.Error, e)));
        }
    }

    private void Read()
    {
        using (_consumer)
        {
            _consumer.Subscribe(_topics.All);
            while (!_isLeaving && Poll() is var result)
            {
                if (result is not null && _assigned.TryGetValue(result.TopicPartition, out var assigned))
                {
                    _arrivals.Writer.TryWrite(new(new(_alias, result, _topics[result.Topic], assigned.Progress)));
                }

                Throttle(hasArrived: result is not null);
                StorePositions();
            }

            Finish();
            _consumer.Close();
        }
    }

    // What is read meanwhile was not handed out, and is read again by whoever gets the partition.
    private void Finish()
    {
        long begin = _time.GetTimestamp();
        while (End() && _time.GetElapsedTime(begin) < _options.FinishTimeout)
        {
            Poll();
        }

        StorePositions();
    }

    private bool End()
    {
        bool isBusy = false;
        foreach ((PartitionProgress progress, _) in _assigned.Values)
        {
            progress.End();
            isBusy |= !progress.IsIdle;
        }

        _ended.TrySetResult();
        return isBusy;
    }

    private ConsumeResult<byte[], byte[]>? Poll()
    {
        try
        {
            return _consumer.Consume(PollTime);
        }
        catch (ConsumeException e)
        {
            // A remote topic may not be there yet; the client looks again by itself.
            if (e.Error.Code != ErrorCode.UnknownTopicOrPart && !_isPaused)
            {
                _arrivals.Writer.TryWrite(new(Error: new KafkaClusterException(_alias, "Reading", e.Error, e)));
            }

            return null;
        }
    }

    // A member that does not poll is taken for dead, so it polls on and reads nothing.
    private void Throttle(bool hasArrived)
    {
        bool isFull = _arrivals.Reader.Count >= _options.MaxReadAhead;
        if (isFull && (hasArrived || !_isPaused))
        {
            _consumer.Pause(_consumer.Assignment);
        }
        else if (!isFull && _isPaused)
        {
            _consumer.Resume(_consumer.Assignment);
        }

        _isPaused = isFull;
    }

    private void StorePositions()
    {
        foreach ((TopicPartition partition, (PartitionProgress progress, long? stored)) in _assigned)
        {
            if (progress.Position is { } position && position != stored)
            {
                Store(partition, position);
                _assigned[partition] = (progress, position);
            }
        }
    }

    private void Store(TopicPartition partition, long position)
    {
        try
        {
            _consumer.StoreOffset(new TopicPartitionOffset(partition, position));
        }
        catch (KafkaException e) when (e.Error.Code is ErrorCode.Local_State)
        {
            // The partition went meanwhile, and its new owner begins where it was committed.
        }
    }

    private void Revoke(TopicPartition partition, bool isOurs)
    {
        if (_assigned.Remove(partition, out var assigned))
        {
            assigned.Progress.End();
            if (isOurs && assigned.Progress.Position is { } position)
            {
                Store(partition, position);
            }
        }
    }
}
