using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Policies;
using Mesh.Sdk.Kafka.Replication.Sync;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>
/// Keeps remote and internal topics: creates and grows them, and copies settings. What a cluster refuses is noted, and the rest goes on.
/// </summary>
internal sealed class TopicKeeper(FlowConfiguration flow, KafkaClients clients, FlowJournal journal)
{
    private static readonly Dictionary<string, string> Compacted = new() { ["cleanup.policy"] = "compact" };

    private ClusterClient Source => clients[flow.Direction.Source];

    private ClusterClient Target => clients[flow.Direction.Target];

    /// <summary>Creates the internal topics of the flow where they are missing.</summary>
    public async Task CreateInternalTopicsAsync(CancellationToken cancellationToken)
    {
        await EnsureAsync(Target, flow.PositionsTopic, flow.PositionsPartitions, flow.PositionsReplicationFactor, cancellationToken).ConfigureAwait(false);
        if (flow.EmitsOffsetSyncs)
        {
            int factor = (int)flow.Number("offset-syncs.topic.replication.factor");
            await EnsureAsync(clients[flow.Topics.OffsetSyncsCluster], flow.Topics.OffsetSyncs, 1, factor, cancellationToken).ConfigureAwait(false);
        }

        if (flow.Topics.Flow.EmitsCheckpoints)
        {
            await EnsureAsync(Target, flow.Topics.Checkpoints, 1, (int)flow.Number("checkpoints.topic.replication.factor"), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Creates the topic that heartbeats are emitted to, on the source, where it is missing.</summary>
    public Task CreateHeartbeatsTopicAsync(CancellationToken cancellationToken) => EnsureAsync(
        Source, ReplicationPolicy.HeartbeatsTopic, 1, (int)flow.Number("heartbeats.topic.replication.factor"), cancellationToken);

    /// <summary>Looks for topics, and makes their remote topics fit.</summary>
    /// <param name="known">The partitions that are mirrored so far.</param>
    /// <param name="cancellationToken">Ends it between requests.</param>
    /// <returns>The partitions to mirror: those that the target has a place for.</returns>
    public async Task<IReadOnlyList<TopicPartition>> RefreshAsync(IReadOnlyCollection<TopicPartition> known, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, int> source = await Source.GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        Dictionary<string, int> target = (await Target.GetTopicsAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(StringComparer.Ordinal);
        TopicPartition[] mirrored = [.. Partitions(source.Where(t => IsMirrored(t.Key)).OrderBy(t => t.Key, StringComparer.Ordinal))];
        TopicRefresh refresh = TopicRefresh.Between(flow.Topics.Policy, flow.Direction, mirrored, known, Partitions(target));
        ILookup<string, string> upstream = mirrored.Select(p => p.Topic).Distinct().ToLookup(flow.Topics.OnTarget, StringComparer.Ordinal);
        foreach ((string topic, int partitions) in refresh.CreateTopics)
        {
            if (await TryAsync(() => CreateAsync(topic, partitions, upstream[topic].First(), cancellationToken)).ConfigureAwait(false))
            {
                target[topic] = partitions;
            }
        }

        foreach ((string topic, int partitions) in refresh.CreatePartitions)
        {
            if (await TryAsync(() => Target.Administration.GrowTopicAsync(topic, partitions, cancellationToken)).ConfigureAwait(false))
            {
                target[topic] = partitions;
            }
        }

        return [.. mirrored.Where(p => target.GetValueOrDefault(flow.Topics.OnTarget(p.Topic)) > p.Partition)];
    }

    /// <summary>Copies settings of topics that are mirrored.</summary>
    public async Task SyncSettingsAsync(IEnumerable<TopicPartition> mirrored, CancellationToken cancellationToken)
    {
        string[] topics = [.. mirrored.Select(p => p.Topic).Distinct()];
        foreach ((string topic, IReadOnlyList<TopicConfigEntry> settings) in await SettingsOfAsync(topics, cancellationToken).ConfigureAwait(false))
        {
            IReadOnlyDictionary<string, string?> changes = flow.ConfigSync.OnSync(settings);
            if (changes.Count > 0)
            {
                await TryAsync(() => Target.Administration.SetTopicSettingsAsync(flow.Topics.OnTarget(topic), changes, cancellationToken)).ConfigureAwait(false);
            }
        }
    }

    private static IEnumerable<TopicPartition> Partitions(IEnumerable<KeyValuePair<string, int>> topics) =>
        topics.SelectMany(t => Enumerable.Range(0, t.Value).Select(p => new TopicPartition(t.Key, p)));

    private bool IsMirrored(string topic) => flow.Selection.Decide(topic, flow.Direction.Target) == TopicOutcome.Mirrored;

    private async Task CreateAsync(string topic, int partitions, string upstream, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, IReadOnlyList<TopicConfigEntry>> source = await SettingsOfAsync([upstream], cancellationToken).ConfigureAwait(false);
        Dictionary<string, string> settings = source.Values.SelectMany(flow.ConfigSync.OnCreation).Where(s => s.Value is not null).ToDictionary(s => s.Key, s => s.Value!, StringComparer.Ordinal);
        await Target.Administration.CreateTopicAsync(topic, partitions, (int)flow.Number("replication.factor"), settings, cancellationToken).ConfigureAwait(false);
        journal.Tell(EmbeddedMirrorEventKind.TopicCreated, topic);
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<TopicConfigEntry>>> SettingsOfAsync(string[] topics, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, IReadOnlyList<TopicConfigEntry>> settings = new Dictionary<string, IReadOnlyList<TopicConfigEntry>>();
        await TryAsync(async () => settings = await Source.Administration.GetTopicSettingsAsync(topics, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        return settings;
    }

    private async Task EnsureAsync(ClusterClient cluster, string topic, int partitions, int replicationFactor, CancellationToken cancellationToken)
    {
        if (!(await cluster.GetTopicsAsync(cancellationToken).ConfigureAwait(false)).ContainsKey(topic))
        {
            await TryAsync(() => cluster.Administration.CreateTopicAsync(topic, partitions, replicationFactor, Compacted, cancellationToken)).ConfigureAwait(false);
        }
    }

    // A cluster that can't be reached is another matter: then all is tried again.
    private async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act().ConfigureAwait(false);
            return true;
        }
        catch (KafkaClusterException e) when (!e.IsUnreachable)
        {
            journal.Refused(e.Message);
            return false;
        }
    }
}
