using System.Net.Sockets;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded.Protocol;
using Mesh.Sdk.Kafka.Replication.Sync;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Embedded.Administration;

/// <summary>
/// Administers mock brokers: by native functions, by what their log tells, by what they are told to remember, and by joining a group that has
/// no members any more, as mock brokers let only members commit once there were some.
/// </summary>
internal sealed class EmbeddedAdministration(EmbeddedCluster cluster, ClusterClient client) : IClusterAdministration
{
    public Task<IReadOnlyList<string>> ListGroupsAsync(CancellationToken cancellationToken = default) => Task.FromResult(cluster.Groups.All);

    public Task<GroupState> GetGroupStateAsync(string group, CancellationToken cancellationToken = default) => Task.FromResult(
        cluster.Groups.MembersOf(group) > 0 ? GroupState.Active : cluster.Groups.Knows(group) ? GroupState.Empty : GroupState.Absent);

    public async Task CommitAsync(string group, IReadOnlyDictionary<TopicPartition, long> positions, CancellationToken cancellationToken = default)
    {
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

        cluster.Groups.Forget(group);
    }

    public async Task CreateTopicAsync(
        string topic, int partitions, int replicationFactor, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken = default)
    {
        if (!(await client.GetTopicsAsync(cancellationToken).ConfigureAwait(false)).ContainsKey(topic))
        {
            cluster.CreateTopic(topic, partitions);
            cluster.TopicSettings.Set(topic, settings!);
        }
    }

    public Task GrowTopicAsync(string topic, int partitions, CancellationToken cancellationToken = default) => throw new KafkaClusterException(
        cluster.Alias, $"Adding partitions to the topic '{topic}'", new(ErrorCode.Local_UnsupportedFeature, "mock brokers can't", isFatal: false));

    public async Task DeleteTopicAsync(string topic, CancellationToken cancellationToken = default)
    {
        if ((await client.GetTopicsAsync(cancellationToken).ConfigureAwait(false)).ContainsKey(topic))
        {
            cluster.DeleteTopic(topic);
            cluster.TopicSettings.Forget(topic);
        }
    }

    public Task<IReadOnlyDictionary<string, IReadOnlyList<TopicConfigEntry>>> GetTopicSettingsAsync(
        IReadOnlyCollection<string> topics, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<TopicConfigEntry>>>(topics.ToDictionary(t => t, cluster.TopicSettings.Of, StringComparer.Ordinal));

    public Task SetTopicSettingsAsync(string topic, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken = default)
    {
        cluster.TopicSettings.Set(topic, settings);
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
    }

    private async Task CommitAsMemberAsync(string group, IReadOnlyDictionary<TopicPartition, long> positions, CancellationToken cancellationToken)
    {
        ErrorCode error = cluster.Groups.MembersOf(group) > 0 ? ErrorCode.UnknownMemberId : await StayAsync(group, positions, cancellationToken).ConfigureAwait(false);
        if (error != ErrorCode.NoError)
        {
            throw new KafkaClusterException(cluster.Alias, $"Committing positions of the group '{group}'", new(error));
        }
    }

    private async Task<ErrorCode> StayAsync(string group, IReadOnlyDictionary<TopicPartition, long> positions, CancellationToken cancellationToken)
    {
        try
        {
            using GroupMembership membership = await GroupMembership.JoinAsync(cluster, group, cancellationToken).ConfigureAwait(false);
            return membership.IsAlone ? await membership.CommitAsync(positions, cancellationToken).ConfigureAwait(false) : ErrorCode.UnknownMemberId;
        }
        catch (Exception e) when (e is TimeoutException or IOException or SocketException)
        {
            return e is TimeoutException ? ErrorCode.RequestTimedOut : ErrorCode.Local_Transport;
        }
    }
}
