using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>
/// Offset syncs that wait to be sent: at most one pending and one delayed for each partition, so that a slow broker makes older ones go.
/// Not safe for several threads. Source: Apache Kafka 3.9, <c>OffsetSyncWriter</c>.
/// </summary>
/// <param name="offsetLagMax">By how many records a translated offset may be off.</param>
public sealed class OffsetSyncQueue(long offsetLagMax)
{
    private readonly Dictionary<TopicPartition, OffsetSyncTrigger> _triggers = [];
    private readonly OrderedDictionary<TopicPartition, OffsetSync> _delayed = [];
    private readonly OrderedDictionary<TopicPartition, OffsetSync> _pending = [];

    /// <summary>Gets the syncs that wait for the next commit of the task.</summary>
    public IReadOnlyCollection<OffsetSync> Delayed => _delayed.Values;

    /// <summary>Gets the syncs to send.</summary>
    public IReadOnlyCollection<OffsetSync> Pending => _pending.Values;

    /// <summary>Takes a record that was written.</summary>
    public void Add(OffsetSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        TopicPartition partition = new(sync.Topic, sync.Partition);
        if (!_triggers.TryGetValue(partition, out OffsetSyncTrigger? trigger))
        {
            _triggers.Add(partition, trigger = new(offsetLagMax));
        }

        if (trigger.Update(sync.UpstreamOffset, sync.DownstreamOffset))
        {
            _delayed.Remove(partition);
            _pending[partition] = sync;
            trigger.Reset();
        }
        else
        {
            _delayed[partition] = sync;
        }
    }

    /// <summary>Makes delayed syncs pending, as each commit of the task does.</summary>
    public void Promote()
    {
        foreach ((TopicPartition partition, OffsetSync sync) in _delayed)
        {
            _pending[partition] = sync;
        }

        _delayed.Clear();
    }

    /// <summary>Takes pending syncs, to send them.</summary>
    /// <param name="most">How many at most; by default all.</param>
    public IReadOnlyList<OffsetSync> Drain(int most = int.MaxValue)
    {
        OffsetSync[] syncs = [.. _pending.Values.Take(most)];
        foreach (OffsetSync sync in syncs)
        {
            _pending.Remove(new(sync.Topic, sync.Partition));
        }

        return syncs;
    }
}
