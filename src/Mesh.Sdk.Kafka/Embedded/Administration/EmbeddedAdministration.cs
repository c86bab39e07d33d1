using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded.Protocol;
using Mesh.Sdk.Kafka.Replication.Sync;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Embedded.Administration;

/// <summary>
/// Administers mock brokers: by native functions, by what they are told to remember, and by joining a group where only members may ask or
/// commit (mock brokers take a group that once had members for one that has). Joining makes other members rebalance.
/// </summary>
internal sealed class EmbeddedAdministration(EmbeddedCluster cluster, ClusterClient client) : IClusterAdministration
{
    // A group that positions can be committed for has no members; one without topics is asked for with a name that nobody uses.
    private static readonly TopicPartition Probe = new("__mesh-sdk-probe", 0);

    public Task<IReadOnlyList<string>> ListGroupsAsync(CancellationToken cancellationToken = default) => Task.FromResult(cluster.Memory.Groups);

    public async Task<GroupState> GetGroupStateAsync(string group, CancellationToken cancellationToken = default)
    {
        if (await TryCommitAsync(group, new Dictionary<TopicPartition, long> { [Probe] = 0 }, cancellationToken).ConfigureAwait(false))
        {
            return cluster.Memory.Groups.Contains(group) ? GroupState.Empty : GroupState.Absent;
        }

        using GroupMembership membership = await JoinAsync(group, cancellationToken).ConfigureAwait(false);
        return membership.IsAlone ? GroupState.Empty : GroupState.Active;
    }

    public async Task CommitAsync(string group, IReadOnlyDictionary<TopicPartition, long> positions, CancellationToken cancellationToken = default)
    {
        cluster.Memory.Know([group]);
        if (!await TryCommitAsync(group, positions, cancellationToken).ConfigureAwait(false))
        {
            await CommitAsMemberAsync(group, positions, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task DeletePositionsAsync(string group, IReadOnlyCollection<TopicPartition> partitions, CancellationToken cancellationToken = default)
    {
        if (partitions.Count > 0)
        {
            await CommitAsMemberAsync(group, partitions.ToDictionary(p => p, _ => (long)Offset.Unset), cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task DeleteGroupAsync(string group, CancellationToken cancellationToken = default)
    {
        IReadOnlyDictionary<string, int> topics = await client.GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        TopicPartition[] all = [.. topics.SelectMany(t => Enumerable.Range(0, t.Value).Select(p => new TopicPartition(t.Key, p)))];
        IReadOnlyDictionary<TopicPartition, long> positions = await client.GetPositionsAsync(group, all, cancellationToken).ConfigureAwait(false);
        if (positions.Count > 0)
        {
            await DeletePositionsAsync(group, [.. positions.Keys], cancellationToken).ConfigureAwait(false);
        }

        cluster.Memory.Forget(group);
    }

    public async Task CreateTopicAsync(
        string topic, int partitions, int replicationFactor, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken = default)
    {
        if (!(await client.GetTopicsAsync(cancellationToken).ConfigureAwait(false)).ContainsKey(topic))
        {
            cluster.CreateTopic(topic, partitions);
            cluster.Memory.Set(topic, settings!);
        }
    }

    public Task GrowTopicAsync(string topic, int partitions, CancellationToken cancellationToken = default) => throw new KafkaClusterException(
        cluster.Alias, $"Adding partitions to the topic '{topic}'", new(ErrorCode.Local_UnsupportedFeature, "mock brokers can't", isFatal: false));

    public async Task DeleteTopicAsync(string topic, CancellationToken cancellationToken = default)
    {
        if ((await client.GetTopicsAsync(cancellationToken).ConfigureAwait(false)).ContainsKey(topic))
        {
            cluster.DeleteTopic(topic);
            cluster.Memory.ForgetTopic(topic);
        }
    }

    public Task<IReadOnlyDictionary<string, IReadOnlyList<TopicConfigEntry>>> GetTopicSettingsAsync(
        IReadOnlyCollection<string> topics, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<TopicConfigEntry>>>(topics.ToDictionary(t => t, cluster.Memory.SettingsOf, StringComparer.Ordinal));

    public Task SetTopicSettingsAsync(string topic, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken = default)
    {
        cluster.Memory.Set(topic, settings);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<TopicPartition, long>> GetOffsetsAtAsync(
        IReadOnlyCollection<TopicPartition> partitions, DateTimeOffset time, CancellationToken cancellationToken = default) =>
        TimeScan.RunAsync(client, partitions, time, cancellationToken);

    public void Dispose()
    {
    }

    private async Task<bool> TryCommitAsync(string group, IReadOnlyDictionary<TopicPartition, long> positions, CancellationToken cancellationToken)
    {
        try
        {
            using ClusterAdministration simple = new(client);
            await simple.CommitAsync(group, positions, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (KafkaClusterException e) when (e.IsGroupActive)
        {
            return false;
        }
        catch (KafkaClusterException e) when (e.Error.Code == ErrorCode.UnknownTopicOrPart && positions.ContainsKey(Probe))
        {
            return true;
        }
    }

    private async Task CommitAsMemberAsync(string group, IReadOnlyDictionary<TopicPartition, long> positions, CancellationToken cancellationToken)
    {
        using GroupMembership membership = await JoinAsync(group, cancellationToken).ConfigureAwait(false);
        ErrorCode error = membership.IsAlone ? await membership.CommitAsync(positions, cancellationToken).ConfigureAwait(false) : ErrorCode.UnknownMemberId;
        if (error != ErrorCode.NoError)
        {
            throw new KafkaClusterException(cluster.Alias, $"Committing positions of the group '{group}'", new(error));
        }
    }

    private Task<GroupMembership> JoinAsync(string group, CancellationToken cancellationToken) =>
        GroupMembership.JoinAsync(cluster, group, cancellationToken);
}
