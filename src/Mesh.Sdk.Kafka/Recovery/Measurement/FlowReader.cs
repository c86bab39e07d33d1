using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>
/// Asks both clusters about a flow. What internal topics say is kept, so that later rounds read only what came since. Not safe for several
/// threads.
/// </summary>
internal sealed class FlowReader(KafkaClients clients, FlowTopics topics, MeasureOptions options) : IDisposable
{
    private readonly ClusterClient _source = clients[topics.Flow.Source];
    private readonly ClusterClient _target = clients[topics.Flow.Target];
    private readonly TopicSelection _selection = topics.Flow.Selection()!;
    private OffsetSyncLog? _syncs;
    private IReadOnlyList<string> _known = [];

    public OffsetSyncHistory History { get; } = new();

    public CheckpointLog Checkpoints { get; } = new(clients[topics.Flow.Target], topics.Checkpoints);

    public HeartbeatLog Heartbeats { get; } = new(clients[topics.Flow.Target], topics.Heartbeats);

    public int Skipped => Checkpoints.Skipped + Heartbeats.Skipped + (_syncs?.Skipped ?? 0);

    public IReadOnlyList<string> Groups => options.Groups.IsSet ? [.. options.Groups] : [.. Checkpoints.Groups.Union(_known.Where(topics.Flow.GroupFilter().Admits)).Order(StringComparer.Ordinal)];

    /// <returns><see langword="null"/> if the target can't be reached.</returns>
    public async Task<FlowReading?> ReadAsync(CancellationToken cancellationToken)
    {
        Reachability reach = new();
        try
        {
            // Syncs come before ends of the target, and those before ends of the source: so nothing seems to be ahead of what it comes from.
            Task<bool> checkpoints = Checkpoints.RefreshAsync(cancellationToken);
            Task<bool> heartbeats = Heartbeats.RefreshAsync(cancellationToken);
            Task<IReadOnlyDictionary<string, int>?> asking = reach.OrNullAsync(_source, () => _source.GetTopicsAsync(cancellationToken));
            Task<bool> syncs = SyncAsync(asking, cancellationToken);
            await Task.WhenAll(checkpoints, heartbeats, asking, syncs).ConfigureAwait(false);

            IReadOnlyDictionary<string, int>? there = await asking.ConfigureAwait(false);
            FlowReading reading = await ReadTargetAsync(there, cancellationToken).ConfigureAwait(false) with
            {
                HasCheckpoints = await checkpoints.ConfigureAwait(false),
                HasHeartbeats = await heartbeats.ConfigureAwait(false),
                HasOffsetSyncs = await syncs.ConfigureAwait(false),
            };
            FlowReading? whole = there is null ? null : await reach.OrNullAsync(_source, () => ReadSourceAsync(reading, reach, cancellationToken)).ConfigureAwait(false);
            return (whole ?? reading) with { SourceFailure = reach.CauseOf(_source) };
        }
        catch (KafkaClusterException e) when (e.IsUnreachable && e.Alias == topics.Flow.Target)
        {
            return null;
        }
    }

    public void Dispose()
    {
        Checkpoints.Dispose();
        Heartbeats.Dispose();
        _syncs?.Dispose();
    }

    private async Task<bool> SyncAsync(Task<IReadOnlyDictionary<string, int>?> source, CancellationToken cancellationToken)
    {
        if (!topics.KeepsOffsetSyncsOnTarget && await source.ConfigureAwait(false) is null)
        {
            return false;
        }

        _syncs ??= new(clients[topics.OffsetSyncsCluster], topics.OffsetSyncs, History.Add);
        try
        {
            return await _syncs.RefreshAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (KafkaClusterException e) when (e.IsUnreachable && e.Alias == topics.Flow.Source)
        {
            return false;
        }
    }

    private async Task<FlowReading> ReadTargetAsync(IReadOnlyDictionary<string, int>? source, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, int> target = await _target.GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        TopicPartition[] partitions =
        [
            .. (source ?? topics.CopiesAmong(target))
                .Where(t => _selection.Decide(t.Key, topics.Flow.Target) == TopicOutcome.Mirrored && !topics.Policy.IsHeartbeatsTopic(t.Key))
                .OrderBy(t => t.Key, StringComparer.Ordinal)
                .SelectMany(t => Enumerable.Range(0, t.Value).Select(p => new TopicPartition(t.Key, p))),
        ];
        TopicPartition[] copies = [.. partitions.Select(topics.OnTarget).Where(p => target.TryGetValue(p.Topic, out int count) && p.Partition < count)];
        IReadOnlyDictionary<TopicPartition, long> ends = await _target.GetEndOffsetsAsync(copies, cancellationToken).ConfigureAwait(false);
        return new() { Partitions = partitions, TargetEnds = ends.ToDictionary(e => topics.OnSource(e.Key), e => e.Value) };
    }

    private async Task<FlowReading> ReadSourceAsync(FlowReading reading, Reachability reach, CancellationToken cancellationToken)
    {
        TopicPartition[] partitions = [.. reading.Partitions];
        _known = await KnownGroups.ReadAsync(_source, Checkpoints.Groups, reach, cancellationToken).ConfigureAwait(false);
        if (reach.IsLost(_source))
        {
            return reading;
        }

        Task<IReadOnlyDictionary<TopicPartition, OffsetRange>> ranges = OffsetRange.ReadAsync(_source, partitions, cancellationToken);
        Task<IReadOnlyDictionary<string, IReadOnlyDictionary<TopicPartition, long>>> positions = _source.GetPositionsAsync(Groups, partitions, cancellationToken, leavesOut: IsNotOurs);
        await Task.WhenAll(ranges, positions).ConfigureAwait(false);
        return reading with { Source = await ranges.ConfigureAwait(false), Positions = await positions.ConfigureAwait(false), KnownGroups = _known };
    }

    // A group that nobody asked for, and that may not be read, does not keep others from being measured.
    private bool IsNotOurs(KafkaClusterException failure) => !options.Groups.IsSet && failure.Error.Code == Confluent.Kafka.ErrorCode.GroupAuthorizationFailed;
}
