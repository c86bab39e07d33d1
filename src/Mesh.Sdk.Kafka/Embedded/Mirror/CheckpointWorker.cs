using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Recovery.Topics;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>Translates positions of groups and writes them down as checkpoints. Source: Apache Kafka 3.9, <c>MirrorCheckpointTask</c>.</summary>
internal sealed class CheckpointWorker : IDisposable
{
    private readonly FlowConfiguration _flow;
    private readonly ClusterClient _source;
    private readonly InternalWriters _writers;
    private readonly FlowJournal _journal;
    private readonly TimeProvider _time;
    private readonly TopicLog _checkpoints;
    private readonly TopicLog _syncs;
    private readonly OffsetSyncStore _store = new(keepsOnlyTheLast: false);
    private readonly Dictionary<(string Group, TopicPartition Partition), Checkpoint> _last = [];
    private IReadOnlyList<string> _groups = [];
    private CheckpointTask? _task;

    public CheckpointWorker(FlowConfiguration flow, KafkaClients clients, InternalWriters writers, FlowJournal journal, TimeProvider time)
    {
        (_flow, _source, _writers, _journal, _time) = (flow, clients[flow.Direction.Source], writers, journal, time);
        _checkpoints = new(clients[flow.Direction.Target], flow.Topics.Checkpoints);
        _syncs = new(clients[flow.Topics.OffsetSyncsCluster], flow.Topics.OffsetSyncs);
    }

    /// <summary>Returns the last checkpoint of each partition of the groups that the flow has now; earlier ones of others move nobody.</summary>
    public IReadOnlyCollection<Checkpoint> Last()
    {
        HashSet<string> groups = [.. _groups];
        lock (_last)
        {
            return [.. _last.Values.Where(c => groups.Contains(c.Group))];
        }
    }

    /// <summary>Looks for groups.</summary>
    public async Task RefreshGroupsAsync(CancellationToken cancellationToken)
    {
        try
        {
            _groups = [.. (await _source.Administration.ListGroupsAsync(cancellationToken).ConfigureAwait(false)).Where(_flow.Groups.Admits)];
        }
        catch (KafkaClusterException e) when (!e.IsUnreachable)
        {
            _journal.Refused(e.Message);
        }
    }

    /// <summary>Writes the checkpoints that are due.</summary>
    public async Task EmitAsync(CancellationToken cancellationToken)
    {
        CheckpointTask task = await FollowAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<string, int> topics = await _source.GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        TopicPartition[] partitions =
        [
            .. topics.Where(t => _flow.Selection.Topics.Admits(t.Key)).SelectMany(t => Enumerable.Range(0, t.Value).Select(p => new TopicPartition(t.Key, p))),
        ];
        foreach (string group in _groups)
        {
            IReadOnlyList<Checkpoint> due = task.Poll(group, await PositionsAsync(group, partitions, cancellationToken).ConfigureAwait(false));
            await Task.WhenAll(due.Select(checkpoint => WriteAsync(checkpoint, cancellationToken))).ConfigureAwait(false);
            Keep(due);
            task.Remember(due);
        }
    }

    public void Dispose()
    {
        _checkpoints.Dispose();
        _syncs.Dispose();
    }

    // Earlier checkpoints come first: only with them do the syncs that are there at start count.
    private async Task<CheckpointTask> FollowAsync(CancellationToken cancellationToken)
    {
        if (_task is null)
        {
            await _checkpoints.ReadAsync(message => Keep(Checkpoint.TryRead(message.Key, message.Value) is { } checkpoint ? [checkpoint] : []), cancellationToken).ConfigureAwait(false);
        }

        await _syncs.ReadAsync(Take, cancellationToken).ConfigureAwait(false);
        return _task ??= StartTask();
    }

    private void Take(Message<byte[], byte[]> message)
    {
        if (OffsetSync.TryRead(message.Key, message.Value) is { } sync)
        {
            _store.Add(sync);
        }
    }

    private CheckpointTask StartTask()
    {
        _store.Start();
        CheckpointTask task = new(_flow.Topics.Policy, _flow.Direction, _store);
        task.Remember(_last.Values);
        return task;
    }

    // A group that may not be read does not keep others from being.
    private async Task<IReadOnlyDictionary<TopicPartition, GroupOffset?>> PositionsAsync(string group, TopicPartition[] partitions, CancellationToken cancellationToken)
    {
        try
        {
            return (await _source.GetPositionsAsync(group, partitions, cancellationToken).ConfigureAwait(false)).ToDictionary(p => p.Key, p => (GroupOffset?)new GroupOffset(p.Value));
        }
        catch (KafkaClusterException e) when (!e.IsUnreachable)
        {
            _journal.Refused(e.Message);
            return new Dictionary<TopicPartition, GroupOffset?>();
        }
    }

    private void Keep(IEnumerable<Checkpoint> checkpoints)
    {
        lock (_last)
        {
            foreach (Checkpoint checkpoint in checkpoints)
            {
                _last[(checkpoint.Group, new(checkpoint.Topic, checkpoint.Partition))] = checkpoint;
            }
        }
    }

    private Task WriteAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        Message<byte[], byte[]> message = new()
        {
            Key = checkpoint.ToKey(), Value = checkpoint.ToValue(), Timestamp = new(_time.GetUtcNow().ToUnixTimeMilliseconds(), TimestampType.CreateTime),
        };
        return _writers.WriteAsync(_flow.Direction.Target, _flow.Topics.Checkpoints, 0, message, cancellationToken);
    }
}
