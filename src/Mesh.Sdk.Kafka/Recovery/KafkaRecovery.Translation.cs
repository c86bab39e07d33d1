using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery;

/// <content>Positions of groups, translated there and back.</content>
public sealed partial class KafkaRecovery
{
    /// <summary>
    /// Returns the checkpoints of a group: exactly what Java's <c>MirrorClient.remoteConsumerOffsets</c> and
    /// <c>RemoteClusterUtils.translateOffsets</c> give. The last record of each partition counts; foreign records are skipped.
    /// </summary>
    /// <param name="group">Consumer group; nothing is returned for one that is not known.</param>
    /// <param name="from">Alias of the source of the flow.</param>
    /// <param name="to">Alias of its target, whose names the partitions have.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">The topology has no such flow, or its policy is a class of its own.</exception>
    /// <exception cref="InternalTopicException">The target has no checkpoints topic.</exception>
    /// <exception cref="KafkaClusterException">The target can't be reached, or refuses.</exception>
    public async Task<IReadOnlyDictionary<TopicPartition, GroupOffset>> RemoteConsumerOffsetsAsync(
        string group, string from, string to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        FlowTopics topics = TopicsOf(from, to);
        using CheckpointLog log = new(_clients[to], topics.Checkpoints);
        return await log.RefreshAsync(cancellationToken).ConfigureAwait(false)
            ? log.Of(group).ToDictionary(c => c.Key, c => new GroupOffset(c.Value.Checkpoint.DownstreamOffset, c.Value.Checkpoint.Metadata))
            : throw topics.NoCheckpoints();
    }

    /// <summary>Translates the positions of one group. See <see cref="TranslateAsync(IReadOnlyCollection{string}, string, string, CancellationToken)"/>.</summary>
    public async Task<GroupTranslation> TranslateAsync(string group, string from, string to, CancellationToken cancellationToken = default) =>
        (await TranslateAsync([group], from, to, cancellationToken).ConfigureAwait(false))[0];

    /// <summary>
    /// Translates the positions of groups along a flow: for each partition, the larger one of MirrorMaker's last checkpoint and of what the
    /// offset syncs give for the position of now; both are safe. Where the source can't be reached, checkpoints alone count. Topics of
    /// the source that came from the target are left out: <see cref="TranslateBackAsync"/> has them.
    /// </summary>
    /// <param name="groups">Consumer groups.</param>
    /// <param name="from">Alias of the cluster they read on now, the source of the flow.</param>
    /// <param name="to">Alias of the cluster they go to, the target of the flow.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">The topology has no such flow, or its policy is a class of its own.</exception>
    /// <exception cref="UnknownGroupException">A group has no position on the source, and no checkpoint.</exception>
    /// <exception cref="InternalTopicException">The target has no checkpoints topic, and there are no offset syncs to translate otherwise.</exception>
    /// <exception cref="KafkaClusterException">The target can't be reached, or a cluster refuses.</exception>
    public Task<IReadOnlyList<GroupTranslation>> TranslateAsync(
        IReadOnlyCollection<string> groups, string from, string to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return new ForwardReading(_clients, TopicsOf(from, to)).RunAsync(groups, cancellationToken);
    }

    /// <summary>
    /// Translates the positions of a group on remote topics back to the topics they are copies of, for fail-back: the position in
    /// <c>aws.orders</c> on the target becomes one in <c>orders</c> on the source. MirrorMaker can't; this reads the offset syncs of the flow
    /// the other way round. The position the group had on the source before is safe too, and the larger one is taken.
    /// </summary>
    /// <param name="group">Consumer group.</param>
    /// <param name="from">Alias of the cluster it reads on now: the target of the flow that made the copies.</param>
    /// <param name="to">Alias of the cluster it goes back to: the source of that flow.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The partitions of remote topics that the group has a position on; none if it reads no remote topic.</returns>
    /// <exception cref="ArgumentException">The topology has no flow from <paramref name="to"/> to <paramref name="from"/>, or its policy is a class of its own.</exception>
    /// <exception cref="KafkaClusterException">A cluster can't be reached, or refuses.</exception>
    public async Task<GroupTranslation> TranslateBackAsync(string group, string from, string to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        return (await new BackReading(_clients, TopicsOf(to, from)).RunAsync([group], cancellationToken).ConfigureAwait(false))[0];
    }
}
