using Confluent.Kafka;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Records;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>Sends the offset syncs of a task, few at a time. Source: Apache Kafka 3.9, <c>OffsetSyncWriter</c>.</summary>
internal sealed class OffsetSyncSender(FlowConfiguration flow, InternalWriters writers, Action<Error> failed)
{
    private const int MostOnTheirWay = 10;

    private readonly Lock _lock = new();
    private readonly OffsetSyncQueue _queue = new(flow.OffsetLagMax);
    private readonly List<TaskCompletionSource> _waiters = [];
    private int _onTheirWay;

    /// <summary>Takes a record that was written.</summary>
    public void Add(OffsetSync sync)
    {
        if (!flow.EmitsOffsetSyncs)
        {
            return;
        }

        bool isDue;
        lock (_lock)
        {
            _queue.Add(sync);
            isDue = _queue.Pending.Count > 0;
        }

        if (isDue)
        {
            SendSome();
        }
    }

    /// <summary>Sends what waits for a commit of the task.</summary>
    public void Commit()
    {
        lock (_lock)
        {
            _queue.Promote();
        }

        SendSome();
    }

    /// <summary>Ends when all that is due is sent.</summary>
    public Task SentAsync()
    {
        lock (_lock)
        {
            if (_queue.Pending.Count == 0 && _onTheirWay == 0)
            {
                return Task.CompletedTask;
            }

            TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add(sent);
            return sent.Task;
        }
    }

    private void SendSome()
    {
        IReadOnlyList<OffsetSync> syncs;
        lock (_lock)
        {
            syncs = _queue.Drain(MostOnTheirWay - _onTheirWay);
            _onTheirWay += syncs.Count;
        }

        foreach (OffsetSync sync in syncs)
        {
            writers.Write(flow.Topics.OffsetSyncsCluster, flow.Topics.OffsetSyncs, new() { Key = sync.ToKey(), Value = sync.ToValue() }, Sent);
        }
    }

    private void Sent(Error error)
    {
        if (error.IsError)
        {
            failed(error);
        }

        TaskCompletionSource[] done = [];
        bool isMore;
        lock (_lock)
        {
            _onTheirWay--;
            isMore = _queue.Pending.Count > 0;
            if (!isMore && _onTheirWay == 0)
            {
                done = [.. _waiters];
                _waiters.Clear();
            }
        }

        Array.ForEach(done, d => d.TrySetResult());
        if (isMore)
        {
            SendSome();
        }
    }
}
