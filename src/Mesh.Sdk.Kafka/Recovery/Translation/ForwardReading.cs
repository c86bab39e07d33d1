using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Translation;

/// <summary>Reads what a translation along a flow needs, of both clusters at the same time.</summary>
internal sealed class ForwardReading(KafkaClients clients, FlowTopics topics)
{
    private static readonly SourceReading Lost = new(new Dictionary<string, int>(), new Dictionary<string, IReadOnlyDictionary<TopicPartition, long>>());

    private static readonly IReadOnlyDictionary<TopicPartition, long> Nowhere = new Dictionary<TopicPartition, long>();

    private readonly ClusterClient _source = clients[topics.Flow.Source];
    private readonly ClusterClient _target = clients[topics.Flow.Target];

    /// <summary>Gets who else is given each sync that is read.</summary>
    public Action<OffsetSync>? TakeSync { get; init; }

    /// <summary>Gets which clusters are lost.</summary>
    public Reachability Reach { get; init; } = new();

    /// <summary>Gets the offset syncs that were read; <see langword="null"/> if they could not be.</summary>
    public OffsetSyncHistory? History { get; private set; }

    public async Task<IReadOnlyList<GroupTranslation>> RunAsync(IReadOnlyCollection<string> groups, CancellationToken cancellationToken)
    {
        using CheckpointLog checkpoints = new(_target, topics.Checkpoints);
        Task<bool> reading = checkpoints.RefreshAsync(cancellationToken);
        Task<IReadOnlyDictionary<string, int>> listing = _target.GetTopicsAsync(cancellationToken);
        Task<SyncReading?> syncing = Reach.OrNullAsync(
            clients[topics.OffsetSyncsCluster], () => SyncReading.RunAsync(clients, topics, TakeSync, cancellationToken));
        Task<SourceReading?> asking = Reach.OrNullAsync(_source, () => ReadSourceAsync(groups, cancellationToken));
        await Task.WhenAll(reading, listing, syncing, asking).ConfigureAwait(false);
        bool hasCheckpoints = await reading.ConfigureAwait(false) && (checkpoints.Groups.Count > 0 || checkpoints.Skipped == 0);
        (SyncReading? syncs, SourceReading? source) = (await syncing.ConfigureAwait(false), await asking.ConfigureAwait(false));
        History = syncs?.History;
        if (!hasCheckpoints && (source is null || syncs is not { Exists: true }))
        {
            throw checkpoints.Skipped > 0 ? topics.UnreadableCheckpoints(checkpoints.Skipped) : topics.NoCheckpoints(Reach.IsLost(_source));
        }

        KnownPartitions known = new(topics, (source ?? Lost).Topics, await listing.ConfigureAwait(false));
        Dictionary<string, Subject[]> subjects = groups.Distinct(StringComparer.Ordinal).ToDictionary(
            g => g, g => Subjects((source ?? Lost).Positions.GetValueOrDefault(g, Nowhere), checkpoints.Of(g), known), StringComparer.Ordinal);
        await ThrowIfUnknownAsync(subjects, source is not null, checkpoints.Groups, cancellationToken).ConfigureAwait(false);
        int foreign = subjects.Keys.Sum(g => known.ForeignAmong(checkpoints.Of(g).Keys.Select(topics.OnSource))) + known.ForeignAmong(History?.Partitions ?? []);
        return await TranslateAsync(subjects, source is not null, checkpoints.Skipped + (syncs?.Skipped ?? 0) + foreign, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<GroupTranslation>> TranslateAsync(
        Dictionary<string, Subject[]> subjects, bool isReachable, int skipped, CancellationToken cancellationToken)
    {
        TopicPartition[] targets = await _target.ExistingAsync(subjects.Values.SelectMany(s => s).Select(s => topics.OnTarget(s.From)), cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<TopicPartition, OffsetRange> ranges = await OffsetRange.ReadAsync(_target, targets, cancellationToken).ConfigureAwait(false);

        ForwardTranslation translation = new(topics, History, topics.Flow.Selection()!);
        return
        [
            .. subjects.Select(group => new GroupTranslation
            {
                Group = group.Key,
                From = topics.Flow.Source,
                To = topics.Flow.Target,
                Partitions = [.. group.Value.Select(s => Translate(translation, s, ranges))],
                SourceIsReachable = isReachable,
                SkippedRecords = skipped,
            }),
        ];
    }

    private PartitionTranslation Translate(ForwardTranslation translation, Subject subject, IReadOnlyDictionary<TopicPartition, OffsetRange> ranges) => translation.Translate(
        subject.From,
        subject.Committed,
        subject.Checkpoint,
        ranges.TryGetValue(topics.OnTarget(subject.From), out OffsetRange range) ? range : null);

    private async Task<SourceReading> ReadSourceAsync(IReadOnlyCollection<string> groups, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, int> all = await _source.GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        TopicPartition[] partitions =
        [
            .. all.Where(t => !topics.Policy.IsInternalTopic(t.Key) && topics.Policy.TopicSource(t.Key) != topics.Flow.Target)
                .SelectMany(t => Enumerable.Range(0, t.Value).Select(p => new TopicPartition(t.Key, p))),
        ];
        return new(all, await _source.GetPositionsAsync(groups, partitions, cancellationToken).ConfigureAwait(false));
    }

    private Subject[] Subjects(
        IReadOnlyDictionary<TopicPartition, long> positions, IReadOnlyDictionary<TopicPartition, SeenCheckpoint> checkpoints, KnownPartitions known)
    {
        Dictionary<TopicPartition, SeenCheckpoint> bySource = checkpoints
            .Where(c => topics.Names(c.Key))
            .Select(c => (Source: topics.OnSource(c.Key), c.Value))
            .Where(c => !known.IsForeign(c.Source))
            .ToDictionary(c => c.Source, c => c.Value);
        return
        [
            .. positions.Keys.Union(bySource.Keys)
                .OrderBy(p => p.Topic, StringComparer.Ordinal).ThenBy(p => p.Partition)
                .Select(p => new Subject(p, positions.TryGetValue(p, out long position) ? position : null, bySource.GetValueOrDefault(p))),
        ];
    }

    private async Task ThrowIfUnknownAsync(Dictionary<string, Subject[]> subjects, bool isReachable, IEnumerable<string> checkpointed, CancellationToken cancellationToken)
    {
        string[] unknown = [.. subjects.Where(s => s.Value.Length == 0).Select(s => s.Key)];
        if (unknown.Length > 0)
        {
            throw new UnknownGroupException(
                unknown,
                await KnownGroups.ReadAsync(_source, checkpointed, Reach, cancellationToken).ConfigureAwait(false),
                topics.Flow.Source,
                topics.Flow.Target,
                isReachable
                    ? "Check the name; a group is known once it has committed a position."
                    : "The source can't be reached to ask for their positions: begin at the first record, or at a time, instead.");
        }
    }

    private sealed record SourceReading(IReadOnlyDictionary<string, int> Topics, IReadOnlyDictionary<string, IReadOnlyDictionary<TopicPartition, long>> Positions);

    private sealed record Subject(TopicPartition From, long? Committed, SeenCheckpoint? Checkpoint);
}
