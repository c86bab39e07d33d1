using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>
/// Keeps offset syncs of each partition, exact near the end and coarse further back, and translates offsets of the source to the target.
/// Translated offsets are at most one past a known sync, so records are read again and never left out. Not safe for several threads.
/// Source: Apache Kafka 3.9, <c>OffsetSyncStore</c>.
/// </summary>
/// <param name="keepsOnlyTheLast">Whether no earlier checkpoints could be loaded, so that of the syncs read at start only the last one counts.</param>
public sealed class OffsetSyncStore(bool keepsOnlyTheLast = true)
{
    /// <summary>What stands for an offset that is too old to be translated.</summary>
    public const long TooOld = -1;

    private readonly Dictionary<TopicPartition, OffsetSyncSlots> _partitions = [];

    /// <summary>Gets whether all syncs that were there at start are read. Nothing is translated before.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Says that all syncs that were there at start are read.</summary>
    public void Start() => IsStarted = true;

    /// <summary>Takes a sync.</summary>
    public void Add(OffsetSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        TopicPartition partition = new(sync.Topic, sync.Partition);
        if (!_partitions.TryGetValue(partition, out OffsetSyncSlots? slots) || (!IsStarted && keepsOnlyTheLast))
        {
            _partitions[partition] = new(sync);
            return;
        }

        slots.Add(sync);
    }

    /// <summary>Translates an offset of the source.</summary>
    /// <returns>The offset on the target; <see cref="TooOld"/> if it lies before every sync; <see langword="null"/> if there is no sync, or the store has not started.</returns>
    public long? Translate(TopicPartition partition, long upstreamOffset)
    {
        if (!IsStarted || !_partitions.TryGetValue(partition, out OffsetSyncSlots? slots))
        {
            return null;
        }

        OffsetSync sync = slots.LastBefore(upstreamOffset);
        return sync.UpstreamOffset > upstreamOffset ? TooOld
            : sync.UpstreamOffset == upstreamOffset ? sync.DownstreamOffset
            : sync.DownstreamOffset + 1;
    }

    /// <summary>Returns the syncs that are kept of a partition, newest first, each with the first of the 64 slots it fills.</summary>
    public IReadOnlyList<(int Slot, OffsetSync Sync)> Retained(TopicPartition partition) =>
        _partitions.TryGetValue(partition, out OffsetSyncSlots? slots) ? slots.Distinct() : [];
}
