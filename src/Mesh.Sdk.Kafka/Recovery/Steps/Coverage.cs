using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Recovery.Translation;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>
/// Tells which records of a flow's source are on its target for sure. The last offset sync of a partition is a record that both have; behind
/// it, records are counted on both sides, as copies are written in order. What is left on the source may be offsets without records.
/// </summary>
internal sealed class Coverage(KafkaClients clients, FlowTopics topics, TimeProvider time)
{
    private readonly ClusterClient _source = clients[topics.Flow.Source];
    private readonly ClusterClient _target = clients[topics.Flow.Target];
    private readonly RecordCount _onSource = new(clients[topics.Flow.Source], IsolationOf(topics), time);
    private readonly RecordCount _onTarget = new(clients[topics.Flow.Target], IsolationLevel.ReadCommitted, time);

    /// <summary>Returns the partitions that are not covered, in order.</summary>
    /// <param name="ends">Up to where the source has to be covered.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<UncoveredPartition>> MissingAsync(IReadOnlyList<PartitionEnd> ends, CancellationToken cancellationToken)
    {
        SyncReading syncs = await SyncReading.RunAsync(clients, topics, null, cancellationToken).ConfigureAwait(false);
        TopicPartition[] targets = await _target.ExistingAsync(ends.Select(e => topics.OnTarget(e.Partition)), cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<TopicPartition, long> targetEnds = await _target.GetEndOffsetsAsync(targets, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<TopicPartition, OffsetRange> ranges = await OffsetRange.ReadAsync(_source, [.. ends.Select(e => e.Partition)], cancellationToken).ConfigureAwait(false);
        List<UncoveredPartition> missing = [];
        foreach (PartitionEnd end in ends)
        {
            Records.OffsetSync? sync = syncs.History.Newest(end.Partition);
            TopicPartition target = topics.OnTarget(end.Partition);
            OffsetRange range = ranges[end.Partition];

            // A sync from beyond the end is of a topic that was deleted and created again since: none of what is there now was copied before it.
            Span source = new(end.Partition, sync?.UpstreamOffset < range.End ? sync.UpstreamOffset + 1 : 0, end.Offset);
            Span copy = new(target, sync?.DownstreamOffset + 1 ?? 0, targetEnds.GetValueOrDefault(target));
            int behind = await BehindAsync(source, copy, range.Start, RecordCount.Limit, cancellationToken).ConfigureAwait(false);
            if (behind > 0)
            {
                missing.Add(new(end.Partition, behind));
            }
        }

        return missing;
    }

    /// <summary>Returns whether records were written to a partition of the source after it had an end. Markers that end transactions are none.</summary>
    /// <param name="before">The end it had; <see langword="null"/> if the partition was not there.</param>
    /// <param name="now">The end it has.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<bool> IsWrittenToAsync(PartitionEnd? before, PartitionEnd now, CancellationToken cancellationToken) =>
        now.Offset < before?.Offset || await _onSource.OfAsync(now.Partition, before?.Offset ?? 0, now.Offset, limit: 1, cancellationToken).ConfigureAwait(false) > 0;

    private async Task<int> BehindAsync(Span source, Span copy, long start, int limit, CancellationToken cancellationToken)
    {
        // Records that retention has deleted since may be among the copies, and stand for none of those that are left.
        long cut = Math.Max(0, start - source.Begin);
        RepeatedCopies repeated = new();
        int left = await _onSource.OfAsync(source.Partition, source.Begin + cut, source.End, limit, cancellationToken, repeated.TakeRecord).ConfigureAwait(false);
        int copied = left == 0 ? 0 : await _onTarget.OfAsync(copy.Partition, copy.Begin, copy.End, limit, cancellationToken, repeated.TakeCopy).ConfigureAwait(false);
        int behind = (int)Math.Max(0, left - Math.Max(0, copied - repeated.Count - cut));

        // Counts that end early prove nothing.
        return copied >= limit && (left == limit || behind > 0)
            ? await BehindAsync(source, copy, start, int.MaxValue, cancellationToken).ConfigureAwait(false)
            : behind;
    }

    private readonly record struct Span(TopicPartition Partition, long Begin, long End);

    // What the flow does not read is not missing. Java's consumers also read what is not committed, unless told otherwise.
    private static IsolationLevel IsolationOf(FlowTopics topics) =>
        (topics.Flow.TextOf("source.consumer.isolation.level") ?? topics.Flow.TextOf("consumer.isolation.level")) == "read_committed"
            ? IsolationLevel.ReadCommitted
            : IsolationLevel.ReadUncommitted;
}
