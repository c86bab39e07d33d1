using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Planning;

/// <summary>Finds the groups and topics that a flow is about, as far as clusters can be asked.</summary>
/// <param name="clients">Clusters.</param>
/// <param name="topics">The flow.</param>
/// <param name="reach">Which clusters are lost.</param>
internal sealed class FlowSubjects(KafkaClients clients, FlowTopics topics, Reachability reach)
{
    private readonly ClusterClient _source = clients[topics.Flow.Source];
    private readonly ClusterClient _target = clients[topics.Flow.Target];

    /// <summary>Returns the groups that the flow's filter admits, in order: those with checkpoints, and those of the source if it can be asked.</summary>
    public async Task<string[]> GroupsAsync(CancellationToken cancellationToken)
    {
        using CheckpointLog checkpoints = new(_target, topics.Checkpoints);
        await checkpoints.RefreshAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string>? listed = await reach.OrNullAsync(_source, () => _source.Administration.ListGroupsAsync(cancellationToken)).ConfigureAwait(false);
        return [.. checkpoints.Groups.Union(listed ?? []).Where(topics.Flow.GroupFilter().Admits).Order(StringComparer.Ordinal)];
    }

    /// <summary>Returns the topics of the source that the flow mirrors, in order; heartbeats, which never stand still, are left out.</summary>
    public async Task<string[]> TopicsAsync(CancellationToken cancellationToken)
    {
        TopicSelection selection = topics.Flow.Selection()!;
        IReadOnlyDictionary<string, int> all = await _source.GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. all.Keys.Where(t => !topics.Policy.IsHeartbeatsTopic(t) && selection.Decide(t, topics.Flow.Target) == TopicOutcome.Mirrored).Order(StringComparer.Ordinal),
        ];
    }
}
