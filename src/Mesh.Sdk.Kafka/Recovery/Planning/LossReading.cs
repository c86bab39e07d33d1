using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
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
        TopicPartition[] sources = [.. names.SelectMany(t => Enumerable.Range(0, there.GetValueOrDefault(topics.OnTarget(t))).Select(p => new TopicPartition(t, p)))];
        TopicPartition[] targets = [.. sources.Select(topics.OnTarget)];
        IReadOnlyDictionary<TopicPartition, OffsetRange> ranges = await OffsetRange.ReadAsync(_target, targets, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<TopicPartition, RecordSample> lasts = await LastRecordsAsync(ranges, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<TopicPartition, long>? ends = await reach.OrNullAsync(_source, () => SourceEndsAsync(sources, cancellationToken)).ConfigureAwait(false);
        SyncReading? syncs = await reach.OrNullAsync(_source, () => SyncReading.RunAsync(clients, topics, null, cancellationToken)).ConfigureAwait(false);
        return
        [
            .. sources.Zip(targets, (source, target) => new PartitionLoss
            {
                Source = source,
                Target = target,
                TargetEnd = ranges[target].End,
                LastRecordAt = lasts.GetValueOrDefault(target)?.Last,
                RecordsBehind = ends is not null && syncs is not null && ends.TryGetValue(source, out long end)
                    ? Behind(syncs.History.Newest(source), end, ranges[target].End)
                    : null,
            }),
        ];
    }

    // Copies outlive the topics that they are of.
    private async Task<IReadOnlyDictionary<TopicPartition, long>> SourceEndsAsync(TopicPartition[] sources, CancellationToken cancellationToken) =>
        await _source.GetEndOffsetsAsync(await _source.ExistingAsync(sources, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    // Behind the last record that both are known to have, copies stand one after the other.
    private static long Behind(Records.OffsetSync? last, long sourceEnd, long targetEnd) => last is null
        ? sourceEnd
        : Math.Max(0, sourceEnd - last.UpstreamOffset - (targetEnd - last.DownstreamOffset));

    private Task<IReadOnlyDictionary<TopicPartition, RecordSample>> LastRecordsAsync(
        IReadOnlyDictionary<TopicPartition, OffsetRange> ranges, CancellationToken cancellationToken) => RecordSampler.ReadAsync(
        _target,
        ranges.Where(r => r.Value.End > r.Value.Start).ToDictionary(r => r.Key, r => r.Value.End - 1),
        limit: 1,
        IsolationLevel.ReadCommitted,
        cancellationToken);
}
