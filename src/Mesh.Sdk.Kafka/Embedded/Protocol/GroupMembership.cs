using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Records;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Embedded.Protocol;

/// <summary>
/// A short stay in a group, which tells whether there are other members and may commit. Clients don't show a group's members, and mock
/// brokers do not describe groups. Source: Kafka protocol, JoinGroup v2, SyncGroup v1, OffsetCommit v2, LeaveGroup v1.
/// </summary>
internal sealed class GroupMembership : IDisposable
{
    private const int SessionMilliseconds = 1_300;

    private readonly BrokerConnection _broker;
    private readonly string _group;
    private readonly string _member;
    private readonly int _generation;

    private GroupMembership(BrokerConnection broker, string group, string member, int generation, bool isAlone) =>
        (_broker, _group, _member, _generation, IsAlone) = (broker, group, member, generation, isAlone);

    /// <summary>Gets whether the group has no other members.</summary>
    public bool IsAlone { get; }

    /// <exception cref="KafkaClusterException">The brokers refuse.</exception>
    public static async Task<GroupMembership> JoinAsync(EmbeddedCluster cluster, string group, CancellationToken cancellationToken)
    {
        foreach (string server in cluster.BootstrapServers.Split(','))
        {
            int colon = server.LastIndexOf(':');
            BrokerConnection broker = new(server[..colon], int.Parse(server.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture));
            (ErrorCode error, GroupMembership? membership) = await TryJoinAsync(broker, group, cancellationToken).ConfigureAwait(false);
            if (membership is not null)
            {
                return membership;
            }

            broker.Dispose();
            if (error is not ErrorCode.NotCoordinatorForGroup)
            {
                throw new KafkaClusterException(cluster.Alias, $"Joining the group '{group}'", new(error));
            }
        }

        throw new KafkaClusterException(cluster.Alias, $"Joining the group '{group}'", new(ErrorCode.GroupCoordinatorNotAvailable));
    }

    public async Task<ErrorCode> CommitAsync(IReadOnlyDictionary<TopicPartition, long> positions, CancellationToken cancellationToken)
    {
        RecordWriter sync = new RecordWriter().Text(_group).Int32(_generation).Text(_member).Int32(1).Text(_member).Int32(0);
        ErrorCode error = ErrorOf(await _broker.AskAsync(api: 14, version: 1, sync, cancellationToken).ConfigureAwait(false));
        return error == ErrorCode.NoError ? await SendCommitAsync(positions, cancellationToken).ConfigureAwait(false) : error;
    }

    public void Dispose()
    {
        // Nobody waits for the answer: the session ends soon in any case.
        _broker.AskAsync(api: 13, version: 1, new RecordWriter().Text(_group).Text(_member), CancellationToken.None).Wait(TimeSpan.FromSeconds(1));
        _broker.Dispose();
    }

    private static async Task<(ErrorCode Error, GroupMembership? Membership)> TryJoinAsync(BrokerConnection broker, string group, CancellationToken cancellationToken)
    {
        RecordWriter join = new RecordWriter()
            .Text(group).Int32(SessionMilliseconds).Int32(SessionMilliseconds).Text("").Text("consumer").Int32(1).Text("range").Int32(0);
        byte[] answer = await broker.AskAsync(api: 11, version: 2, join, cancellationToken).ConfigureAwait(false);
        return Read(broker, group, answer);
    }

    private static (ErrorCode Error, GroupMembership? Membership) Read(BrokerConnection broker, string group, byte[] answer)
    {
        RecordReader reader = new(answer);
        _ = reader.Int32();
        ErrorCode error = (ErrorCode)reader.Int16();
        int generation = reader.Int32();
        _ = reader.Text();
        string leader = reader.Text();
        string member = reader.Text();
        bool isAlone = leader == member && reader.Int32() == 1;
        return error == ErrorCode.NoError && !reader.Failed ? (error, new(broker, group, member, generation, isAlone)) : (error, null);
    }

    private static ErrorCode ErrorOf(byte[] answer)
    {
        RecordReader reader = new(answer);
        _ = reader.Int32();
        return (ErrorCode)reader.Int16();
    }

    private async Task<ErrorCode> SendCommitAsync(IReadOnlyDictionary<TopicPartition, long> positions, CancellationToken cancellationToken)
    {
        IGrouping<string, KeyValuePair<TopicPartition, long>>[] topics = [.. positions.GroupBy(p => p.Key.Topic)];
        RecordWriter commit = new RecordWriter().Text(_group).Int32(_generation).Text(_member).Int64(-1).Int32(topics.Length);
        foreach (IGrouping<string, KeyValuePair<TopicPartition, long>> topic in topics)
        {
            commit.Text(topic.Key).Int32(topic.Count());
            foreach ((TopicPartition partition, long offset) in topic)
            {
                commit.Int32(partition.Partition).Int64(offset).Text("");
            }
        }

        return Worst(await _broker.AskAsync(api: 8, version: 2, commit, cancellationToken).ConfigureAwait(false));
    }

    private static ErrorCode Worst(byte[] answer)
    {
        RecordReader reader = new(answer);
        ErrorCode worst = ErrorCode.NoError;
        int topics = reader.Int32();
        for (int topic = 0; topic < topics && !reader.Failed; topic++)
        {
            _ = reader.Text();
            int partitions = reader.Int32();
            for (int i = 0; i < partitions && !reader.Failed; i++)
            {
                _ = reader.Int32();
                ErrorCode error = (ErrorCode)reader.Int16();
                worst = error == ErrorCode.NoError ? worst : error;
            }
        }

        return worst;
    }
}
