using System.Collections.Concurrent;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>Runs one flow: its tasks, and what it does at intervals.</summary>
internal sealed partial class MirrorFlow : IAsyncDisposable
{
    private readonly FlowConfiguration _flow;
    private readonly KafkaClients _clients;
    private readonly InternalWriters _writers;
    private readonly FlowJournal _journal;
    private readonly TopicKeeper _topics;
    private readonly PositionStore _positions;
    private readonly CheckpointWorker _checkpoints;
    private readonly GroupOffsetWorker _groupOffsets;
    private readonly RepeatBudget _budget;
    private readonly Dictionary<EmbeddedMirrorJob, RecurringJob> _jobs;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<TopicPartition, PartitionCopy> _copies = [];
    private readonly SemaphoreSlim _changing = new(1);
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Dictionary<TopicPartition, long>? _stored;
    private IReadOnlyList<TopicPartition> _mirrored = [];
    private SourceTask[] _tasks = [];
    private Task _running = Task.CompletedTask;
    private bool _isPaused;
    private bool _isStopped;
    private bool _areTasksDue;

    public MirrorFlow(FlowConfiguration flow, KafkaClients clients, InternalWriters writers, EmbeddedMirrorOptions options)
    {
        (_flow, _clients, _writers) = (flow, clients, writers);
        _journal = new(flow.Direction, options.Progress);
        _topics = new(flow, clients, _journal);
        _positions = new(flow, clients[flow.Direction.Target], writers);
        _checkpoints = new(flow, clients, writers, _journal, options.TimeProvider);
        _groupOffsets = new(clients[flow.Direction.Target], _journal);
        _jobs = Jobs(new(flow, _topics, writers, options.TimeProvider), options.TimeProvider);
        _budget = new(options.MaxRepeatedRecords, _jobs[EmbeddedMirrorJob.FlushPositions].Ask);
    }

    public SourceAndTarget Direction => _flow.Direction;

    public EmbeddedMirrorStatus Status => new()
    {
        Flow = Direction,
        State = _isStopped ? EmbeddedMirrorState.Stopped
            : _tasks.Any(t => t.Failure is not null) ? EmbeddedMirrorState.Failed
            : _isPaused ? EmbeddedMirrorState.Paused
            : _stored is null ? EmbeddedMirrorState.Starting
            : EmbeddedMirrorState.Running,
        Partitions = [.. _mirrored],
        Records = _journal.Records,
        Bytes = _journal.Bytes,
        RecordsOnTheirWay = _tasks.Sum(t => t.RecordsOnTheirWay),
        LastError = _journal.LastError,
        Refusals = [.. _journal.Refusals],
    };

    public void Start()
    {
        if (_flow.Topics.Flow.WritesExactlyOnce)
        {
            _journal.Refused("The embedded mirror writes at least once, and not exactly once.");
        }

        _running = Task.WhenAll(_jobs.Values.Select(job => job.RunAsync(e => _journal.Failed(e.Message), _end.Token)));
    }

    /// <summary>Does one of the jobs now.</summary>
    public Task RunNowAsync(EmbeddedMirrorJob job, CancellationToken cancellationToken) =>
        _jobs.TryGetValue(job, out RecurringJob? found) ? found.RunNowAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Ends when all that the source has now is copied, and all that follows from it is written.</summary>
    /// <exception cref="InvalidOperationException">The flow is paused, or has ended.</exception>
    /// <exception cref="EmbeddedMirrorException">A task has failed.</exception>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (_isPaused || _isStopped)
        {
            throw new InvalidOperationException($"The flow {Direction} is {(_isStopped ? "stopped" : "paused; resume it first")}.");
        }

        await RunNowAsync(EmbeddedMirrorJob.RefreshTopics, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<TopicPartition, long> ends = await _clients[Direction.Source].GetEndOffsetsAsync(_mirrored, cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(ends.Select(e => _copies[e.Key].ReachAsync(e.Value))).WaitAsync(cancellationToken).ConfigureAwait(false);
        await RunNowAsync(EmbeddedMirrorJob.FlushPositions, cancellationToken).ConfigureAwait(false);
        await SyncsSentAsync(cancellationToken).ConfigureAwait(false);
        await RunNowAsync(EmbeddedMirrorJob.SyncTopicConfigs, cancellationToken).ConfigureAwait(false);
        await RunNowAsync(EmbeddedMirrorJob.RefreshGroups, cancellationToken).ConfigureAwait(false);
        await RunNowAsync(EmbeddedMirrorJob.EmitCheckpoints, cancellationToken).ConfigureAwait(false);
        await RunNowAsync(EmbeddedMirrorJob.SyncGroupOffsets, cancellationToken).ConfigureAwait(false);
    }

    public async Task PauseAsync(CancellationToken cancellationToken)
    {
        _isPaused = true;
        await Task.WhenAll(_tasks.Select(t => t.PauseAsync())).WaitAsync(cancellationToken).ConfigureAwait(false);
        await RunNowAsync(EmbeddedMirrorJob.FlushPositions, cancellationToken).ConfigureAwait(false);
        _journal.Tell(EmbeddedMirrorEventKind.Paused);
    }

    public void Resume()
    {
        _isPaused = false;
        Array.ForEach(_tasks, t => t.Resume());
        _journal.Tell(EmbeddedMirrorEventKind.Resumed);
    }

    /// <summary>Sets how far a paused flow has copied; <see langword="null"/> forgets it.</summary>
    public async Task SeekAsync(IReadOnlyDictionary<TopicPartition, long?> copied, CancellationToken cancellationToken)
    {
        if (!_isPaused)
        {
            throw new InvalidOperationException($"The flow {Direction} runs. Pause it before its positions are set.");
        }

        await ChangeTasksAsync(() => StartAgainAsync(copied, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts all tasks again, also those that have failed.</summary>
    public Task RestartAsync(CancellationToken cancellationToken) => ChangeTasksAsync(() => StartTasksAsync(_mirrored, cancellationToken), cancellationToken);

    /// <summary>Lets what is on its way arrive, stores positions, and ends.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isStopped, true))
        {
            await _stopped.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        await _end.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await ChangeTasksAsync(() => Task.CompletedTask, cancellationToken).ConfigureAwait(false);
            await SyncsSentAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await AbandonAsync().ConfigureAwait(false);
            Leave(_copies.Values, "is not copied any more: its flow is stopped");
            _journal.Tell(EmbeddedMirrorEventKind.Stopped);
            _stopped.SetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await AbandonAsync().ConfigureAwait(false);
        foreach (RecurringJob job in _jobs.Values)
        {
            job.Dispose();
        }

        _checkpoints.Dispose();
        _end.Dispose();
    }

    private Dictionary<EmbeddedMirrorJob, RecurringJob> Jobs(HeartbeatWorker heartbeats, TimeProvider time)
    {
        Dictionary<EmbeddedMirrorJob, RecurringJob> jobs = [];
        Add(EmbeddedMirrorJob.FlushPositions, FlushAsync, _flow.FlushInterval);
        if (_flow.IsEnabled)
        {
            Add(EmbeddedMirrorJob.RefreshTopics, RefreshAsync, _flow.Interval("refresh.topics"), startsAtOnce: true);
            Add(EmbeddedMirrorJob.SyncTopicConfigs, token => _topics.SyncSettingsAsync(_mirrored, token), _flow.Interval("sync.topic.configs"));
        }

        if (_flow.IsEnabled && _flow.Topics.Flow.EmitsCheckpoints)
        {
            Add(EmbeddedMirrorJob.RefreshGroups, _checkpoints.RefreshGroupsAsync, _flow.Interval("refresh.groups"), startsAtOnce: true);
            Add(EmbeddedMirrorJob.EmitCheckpoints, _checkpoints.EmitAsync, _flow.Interval("emit.checkpoints"));
        }

        if (_flow.IsEnabled && _flow.Topics.Flow is { EmitsCheckpoints: true, SyncsGroupOffsets: true })
        {
            Add(EmbeddedMirrorJob.SyncGroupOffsets, token => _groupOffsets.SyncAsync(_checkpoints.Last(), token), _flow.Interval("sync.group.offsets"));
        }

        if (_flow.Topics.Flow.EmitsHeartbeats)
        {
            Add(EmbeddedMirrorJob.EmitHeartbeats, heartbeats.EmitAsync, _flow.Interval("emit.heartbeats"), startsAtOnce: true);
        }

        return jobs;

        void Add(EmbeddedMirrorJob job, Func<CancellationToken, Task> work, TimeSpan interval, bool startsAtOnce = false) =>
            jobs.Add(job, new(token => _isPaused && !GoesOnWhilePaused(job) ? Task.CompletedTask : work(token), interval, startsAtOnce, time));
    }

    private static bool GoesOnWhilePaused(EmbeddedMirrorJob job) => job is EmbeddedMirrorJob.EmitHeartbeats or EmbeddedMirrorJob.FlushPositions;

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (_stored is null)
        {
            await AloneAsync(() => LoadAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<TopicPartition> mirrored = await _topics.RefreshAsync(_mirrored, cancellationToken).ConfigureAwait(false);
        if (_areTasksDue || !mirrored.ToHashSet().SetEquals(_mirrored))
        {
            await ChangeTasksAsync(() => StartTasksAsync(mirrored, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    // Whoever sets positions meanwhile has loaded them, too.
    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_stored is null)
        {
            await _topics.CreateInternalTopicsAsync(cancellationToken).ConfigureAwait(false);
            _stored = await _positions.LoadAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
