using System.Runtime.InteropServices;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Translation;

/// <summary>
/// What the offset syncs of a flow tell since the last rewind of each partition, and translation by it in both directions. A translated
/// position is at most one past a record that is known on both clusters: records are read again and never left out (the proof is in
/// <c>docs/offset-translation.md</c>). Keeps the last 64 syncs of a partition and, of older ones, fewer the older they are: a sync that is n
/// syncs old has a kept one at most n/63 syncs before it. Not safe for several threads.
/// </summary>
public sealed class OffsetSyncHistory
{
    private static readonly Func<OffsetPair, long> Upstream = pair => pair.Upstream;

    private static readonly Func<OffsetPair, long> Downstream = pair => pair.Downstream;

    private readonly Dictionary<TopicPartition, OffsetLadder> _partitions = [];

    /// <summary>Gets the partitions that syncs were taken of, as they are called on the source.</summary>
    internal IReadOnlyCollection<TopicPartition> Partitions => _partitions.Keys;

    /// <summary>
    /// Takes a sync, in the order of the topic. One that does not lie after the last one on both clusters tells of a rewind (a topic was
    /// deleted and created again, or the mirror began again further back): what was known before it no longer counts.
    /// </summary>
    public void Add(OffsetSync sync)
    {
        ArgumentNullException.ThrowIfNull(sync);
        OffsetPair pair = new(sync.UpstreamOffset, sync.DownstreamOffset);
        ref OffsetLadder? ladder = ref CollectionsMarshal.GetValueRefOrAddDefault(_partitions, new(sync.Topic, sync.Partition), out _);
        if (ladder?.Newest == pair)
        {
            return;
        }

        if (ladder is null || pair.Upstream <= ladder.Newest.Upstream || pair.Downstream <= ladder.Newest.Downstream)
        {
            ladder = new();
        }

        ladder.Add(pair);
    }

    /// <summary>Translates a position on the source to the target.</summary>
    /// <param name="partition">Partition, as it is called on the source.</param>
    /// <param name="position">Offset of the next record to read on the source.</param>
    /// <returns>Where to go on reading on the target; <see langword="null"/> if there is no sync at or before the position.</returns>
    public long? Translate(TopicPartition partition, long position) => Find(partition, position, Upstream) is { } sync
        ? sync.Upstream == position ? sync.Downstream : sync.Downstream + 1
        : null;

    /// <summary>Translates a position on the target back to the source.</summary>
    /// <param name="partition">Partition, as it is called on the source.</param>
    /// <param name="position">Offset of the next record to read on the target.</param>
    /// <returns>Where to go on reading on the source; <see langword="null"/> if there is no sync at or before the position.</returns>
    public long? TranslateBack(TopicPartition partition, long position) => Find(partition, position, Downstream) is { } sync
        ? sync.Downstream == position ? sync.Upstream : sync.Upstream + 1
        : null;

    /// <summary>Returns the first sync that counts; <see langword="null"/> if there is none.</summary>
    public OffsetSync? Oldest(TopicPartition partition) => _partitions.TryGetValue(partition, out OffsetLadder? ladder) ? SyncOf(partition, ladder.Oldest) : null;

    /// <summary>Returns the last sync; <see langword="null"/> if there is none.</summary>
    public OffsetSync? Newest(TopicPartition partition) => _partitions.TryGetValue(partition, out OffsetLadder? ladder) ? SyncOf(partition, ladder.Newest) : null;

    /// <summary>Returns the sync that translates a position on the source; <see langword="null"/> if there is none.</summary>
    internal OffsetSync? FindUpstream(TopicPartition partition, long position) => Find(partition, position, Upstream) is { } pair ? SyncOf(partition, pair) : null;

    /// <summary>Returns the sync that translates a position on the target; <see langword="null"/> if there is none.</summary>
    internal OffsetSync? FindDownstream(TopicPartition partition, long position) => Find(partition, position, Downstream) is { } pair ? SyncOf(partition, pair) : null;

    /// <summary>Returns the first sync after a position on the source; <see langword="null"/> if there is none.</summary>
    internal OffsetSync? FindAfter(TopicPartition partition, long position) =>
        _partitions.TryGetValue(partition, out OffsetLadder? ladder) && ladder.FirstAfter(position, Upstream) is { } pair ? SyncOf(partition, pair) : null;

    private OffsetPair? Find(TopicPartition partition, long position, Func<OffsetPair, long> side) =>
        _partitions.TryGetValue(partition, out OffsetLadder? ladder) ? ladder.LastAt(position, side) : null;

    private static OffsetSync SyncOf(TopicPartition partition, OffsetPair pair) => new(partition.Topic, partition.Partition, pair.Upstream, pair.Downstream);
}
