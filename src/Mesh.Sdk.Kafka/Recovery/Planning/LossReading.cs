using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Measurement;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Resources;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Recovery.Planning;

/// <summary>Reads the recovery point: what of the source is on the target.</summary>
/// <param name="clients">Clusters.</param>
/// <param name="topics">The flow.</param>
/// <param name="reach">Which clusters are lost.</param>
internal sealed class LossReading(KafkaClients clients, FlowTopics topics, Reachability reach)
{
    private readonly ClusterClient _source = clients[topics.Flow.Source];
    private readonly ClusterClient _target = clients[topics.Flow.Target];

    /// <summary>Reads.</summary>
    /// <param name="names">Topics of the source.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<EquatableList<PartitionLoss>> ReadAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, int> there = await _target.GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<string, int>? here = await reach.OrNullAsync(_source, () => _source.GetTopicsAsync(cancellationToken)).ConfigureAwait(false);
        TopicPartition[] sources = [.. names.SelectMany(t => Enumerable.Range(0, Math.Max(CountOf(there, topics.OnTarget(t)), CountOf(here, t))).Select(p => new TopicPartition(t, p)))];
        IReadOnlyDictionary<TopicPartition, OffsetRange> ranges = await RangesAsync(_target, there, sources.Select(topics.OnTarget), cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<TopicPartition, RecordSample> lasts = await LastRecordsAsync(ranges, cancellationToken).ConfigureAwait(false);
        SyncReading? syncs = await reach.OrNullAsync(_source, () => SyncReading.RunAsync(clients, topics, null, cancellationToken)).ConfigureAwait(false);
        IReadOnlyDictionary<TopicPartition, OffsetRange>? left = await reach.OrNullAsync(_source, () => RangesAsync(_source, here!, sources, cancellationToken)).ConfigureAwait(false);
        return [.. sources.Select(source => Loss(source, ranges, lasts, syncs is null ? null : left, syncs?.History.Newest(source)))];
    }

    // Copies outlive the topics that they are of, and partitions of the source may have none yet.
    private static Task<IReadOnlyDictionary<TopicPartition, OffsetRange>> RangesAsync(
        ClusterClient cluster, IReadOnlyDictionary<string, int> all, IEnumerable<TopicPartition> partitions, CancellationToken cancellationToken) =>
        OffsetRange.ReadAsync(cluster, [.. partitions.Where(p => p.Partition < CountOf(all, p.Topic))], cancellationToken);

    private static int CountOf(IReadOnlyDictionary<string, int>? all, string topic) => all is not null && all.TryGetValue(topic, out int count) ? count : 0;

    private PartitionLoss Loss(
        TopicPartition source,
        IReadOnlyDictionary<TopicPartition, OffsetRange> ranges,
        IReadOnlyDictionary<TopicPartition, RecordSample> lasts,
        IReadOnlyDictionary<TopicPartition, OffsetRange>? left,
        Records.OffsetSync? last)
    {
        TopicPartition target = topics.OnTarget(source);
        long? end = ranges.TryGetValue(target, out OffsetRange copies) ? copies.End : null;
        return new()
        {
            Source = source,
            Target = target,
            TargetEnd = end ?? 0,
            LastRecordAt = lasts.GetValueOrDefault(target)?.Last,
            RecordsBehind = left is not null && left.TryGetValue(source, out OffsetRange range)
                ? CopyState.Behind(range, CopyState.Of(last, end, range, topics.Flow.WritesExactlyOnce)?.Probable ?? range.Start)
                : null,
        };
    }

    private Task<IReadOnlyDictionary<TopicPartition, RecordSample>> LastRecordsAsync(
        IReadOnlyDictionary<TopicPartition, OffsetRange> ranges, CancellationToken cancellationToken) => RecordSampler.ReadAsync(
        _target,
        ranges.Where(r => r.Value.End > r.Value.Start).ToDictionary(r => r.Key, r => r.Value.End - 1),
        limit: 1,
        IsolationLevel.ReadCommitted,
        cancellationToken);
}
