using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Translation;

/// <summary>Reads what a translation back needs, of both clusters at the same time.</summary>
internal sealed class BackReading(KafkaClients clients, FlowTopics topics)
{
    private readonly ClusterClient _source = clients[topics.Flow.Source];
    private readonly ClusterClient _target = clients[topics.Flow.Target];

    public async Task<GroupTranslation> RunAsync(string group, CancellationToken cancellationToken)
    {
        Task<SyncReading> syncing = SyncReading.RunAsync(clients, topics, take: null, cancellationToken);
        Task<IReadOnlyDictionary<TopicPartition, long>> asking = PositionsAsync(group, cancellationToken);
        await Task.WhenAll(syncing, asking).ConfigureAwait(false);
        (SyncReading syncs, IReadOnlyDictionary<TopicPartition, long> positions) = (await syncing.ConfigureAwait(false), await asking.ConfigureAwait(false));

        TopicPartition[] sources = await _source.ExistingAsync(positions.Keys.Select(topics.OnSource), cancellationToken).ConfigureAwait(false);
        Task<IReadOnlyDictionary<TopicPartition, long>> before = _source.GetPositionsAsync(group, sources, cancellationToken);
        IReadOnlyDictionary<TopicPartition, OffsetRange> ranges = await OffsetRange.ReadAsync(_source, sources, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<TopicPartition, long> there = await before.ConfigureAwait(false);

        BackTranslation translation = new(syncs.History);
        return new()
        {
            Group = group,
            From = topics.Flow.Target,
            To = topics.Flow.Source,
            Partitions =
            [
                .. positions.OrderBy(p => p.Key.Topic, StringComparer.Ordinal).ThenBy(p => p.Key.Partition).Select(p => translation.Translate(
                    p.Key,
                    topics.OnSource(p.Key),
                    p.Value,
                    there.TryGetValue(topics.OnSource(p.Key), out long position) ? position : null,
                    ranges.TryGetValue(topics.OnSource(p.Key), out OffsetRange range) ? range : null)),
            ],
            SkippedRecords = syncs.Skipped,
        };
    }

    private async Task<IReadOnlyDictionary<TopicPartition, long>> PositionsAsync(string group, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, int> all = await _target.GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        TopicPartition[] partitions =
        [
            .. all.Where(t => !topics.Policy.IsInternalTopic(t.Key) && topics.Policy.TopicSource(t.Key) == topics.Flow.Source)
                .SelectMany(t => Enumerable.Range(0, t.Value).Select(p => new TopicPartition(t.Key, p))),
        ];
        return await _target.GetPositionsAsync(group, partitions, cancellationToken).ConfigureAwait(false);
    }
}
