using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Translation;

/// <summary>Reads what a translation back needs, of both clusters at the same time.</summary>
internal sealed class BackReading(KafkaClients clients, FlowTopics topics)
{
    private readonly ClusterClient _source = clients[topics.Flow.Source];
    private readonly ClusterClient _target = clients[topics.Flow.Target];

    /// <summary>Reads, offset syncs and offsets once for all groups.</summary>
    /// <returns>A translation for each group, without partitions if it reads no remote topic.</returns>
    public async Task<IReadOnlyList<GroupTranslation>> RunAsync(IReadOnlyCollection<string> groups, CancellationToken cancellationToken)
    {
        Task<SyncReading> syncing = SyncReading.RunAsync(clients, topics, take: null, cancellationToken);
        Task<IReadOnlyDictionary<string, IReadOnlyDictionary<TopicPartition, long>>> asking = PositionsAsync(groups, cancellationToken);
        await Task.WhenAll(syncing, asking).ConfigureAwait(false);
        (SyncReading syncs, var positions) = (await syncing.ConfigureAwait(false), await asking.ConfigureAwait(false));

        TopicPartition[] sources = await _source.ExistingAsync(positions.Values.SelectMany(p => p.Keys).Select(topics.OnSource), cancellationToken).ConfigureAwait(false);
        Task<IReadOnlyDictionary<string, IReadOnlyDictionary<TopicPartition, long>>> before = _source.GetPositionsAsync(groups, sources, cancellationToken);
        Task<IReadOnlyDictionary<TopicPartition, OffsetRange>> holding = OffsetRange.ReadAsync(_source, sources, cancellationToken);
        await Task.WhenAll(before, holding).ConfigureAwait(false);
        (var there, IReadOnlyDictionary<TopicPartition, OffsetRange> ranges) = (await before.ConfigureAwait(false), await holding.ConfigureAwait(false));

        BackTranslation translation = new(syncs.History);
        return
        [
            .. groups.Select(group => new GroupTranslation
            {
                Group = group,
                From = topics.Flow.Target,
                To = topics.Flow.Source,
                Partitions = [.. positions[group].OrderBy(p => p.Key.Topic, StringComparer.Ordinal).ThenBy(p => p.Key.Partition).Select(p => Translate(p.Key, p.Value, there[group]))],
                SkippedRecords = syncs.Skipped,
            }),
        ];

        PartitionTranslation Translate(TopicPartition from, long committed, IReadOnlyDictionary<TopicPartition, long> before)
        {
            TopicPartition to = topics.OnSource(from);
            return translation.Translate(
                from, to, committed, before.TryGetValue(to, out long position) ? position : null, ranges.TryGetValue(to, out OffsetRange range) ? range : null);
        }
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<TopicPartition, long>>> PositionsAsync(IReadOnlyCollection<string> groups, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, int> all = await _target.GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        TopicPartition[] partitions =
        [
            .. all.Where(t => !topics.Policy.IsInternalTopic(t.Key) && topics.Policy.TopicSource(t.Key) == topics.Flow.Source)
                .SelectMany(t => Enumerable.Range(0, t.Value).Select(p => new TopicPartition(t.Key, p))),
        ];
        return await _target.GetPositionsAsync(groups, partitions, cancellationToken).ConfigureAwait(false);
    }
}
