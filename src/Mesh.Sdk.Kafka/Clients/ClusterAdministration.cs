using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Mesh.Sdk.Kafka.Replication.Sync;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Clients;

/// <summary>Administers the brokers of a real cluster through Kafka's admin client.</summary>
/// <param name="cluster">The way to it, which belongs to the caller.</param>
internal sealed class ClusterAdministration(ClusterClient cluster) : IClusterAdministration
{
    private readonly IAdminClient _admin = cluster.Admin;
    private readonly TimeSpan _timeout = cluster.Timeout;

    // ListConsumerGroupsAsync of Confluent.Kafka 2.15.1 corrupts the heap when a broker answers with an error; ListGroups does not.
    public Task<IReadOnlyList<string>> ListGroupsAsync(CancellationToken cancellationToken = default) =>
        AdminCalls.RunAsync<IReadOnlyList<string>>(
            cluster,
            "Listing groups",
            () => Task.Run(() => (IReadOnlyList<string>)[.. _admin.ListGroups(_timeout).Select(g => g.Group).Order(StringComparer.Ordinal)], cancellationToken),
            cancellationToken);

    // Groups of the consumer protocol of Kafka 4 are listed and described as dead, and only then the request is made that GroupPositions avoids.
    public async Task<GroupState> GetGroupStateAsync(string group, CancellationToken cancellationToken = default)
    {
        GroupInfo? found = await AdminCalls.RunAsync(
            cluster, $"Describing the group '{group}'", () => Task.Run(() => _admin.ListGroup(group, _timeout), cancellationToken), cancellationToken).ConfigureAwait(false);
        if (found is { Error.IsError: true })
        {
            throw new KafkaClusterException(cluster, $"Describing the group '{group}'", found.Error);
        }

        return found?.State switch
        {
            null => GroupState.Absent,
            "Empty" => GroupState.Empty,
            "Dead" => await DescribeAsync(group, cancellationToken).ConfigureAwait(false),
            _ => GroupState.Active,
        };
    }

    public Task CommitAsync(string group, IReadOnlyDictionary<TopicPartition, long> positions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(positions);
        return positions.Count == 0 ? Task.CompletedTask : GroupPositions.CommitAsync(cluster, group, positions, cancellationToken);
    }

    public Task DeletePositionsAsync(string group, IReadOnlyCollection<TopicPartition> partitions, CancellationToken cancellationToken = default) =>
        partitions is { Count: 0 } ? Task.CompletedTask : AdminCalls.RunAsync(
            cluster,
            $"Deleting positions of the group '{group}'",
            () => _admin.DeleteConsumerGroupOffsetsAsync(group, partitions.Select(p => p.ToClient()), new() { RequestTimeout = _timeout }),
            cancellationToken);

    public Task DeleteGroupAsync(string group, CancellationToken cancellationToken = default) => IgnoringAsync(
        [ErrorCode.GroupIdNotFound],
        AdminCalls.RunAsync(cluster, $"Deleting the group '{group}'", () => _admin.DeleteGroupsAsync([group], new() { RequestTimeout = _timeout }), cancellationToken));

    public Task CreateTopicAsync(
        string topic, int partitions, int replicationFactor, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken = default)
    {
        TopicSpecification specification = new()
        {
            Name = topic,
            NumPartitions = partitions,
            ReplicationFactor = (short)replicationFactor,
            Configs = settings.ToDictionary(StringComparer.Ordinal),
        };
        return IgnoringAsync(
            [ErrorCode.TopicAlreadyExists],
            AdminCalls.RunAsync(cluster, $"Creating the topic '{topic}'", () => _admin.CreateTopicsAsync([specification], new() { RequestTimeout = _timeout }), cancellationToken));
    }

    public Task GrowTopicAsync(string topic, int partitions, CancellationToken cancellationToken = default) => AdminCalls.RunAsync(
        cluster,
        $"Adding partitions to the topic '{topic}'",
        () => _admin.CreatePartitionsAsync([new() { Topic = topic, IncreaseTo = partitions }], new() { RequestTimeout = _timeout }),
        cancellationToken);

    public Task DeleteTopicAsync(string topic, CancellationToken cancellationToken = default) => IgnoringAsync(
        [ErrorCode.UnknownTopicOrPart],
        AdminCalls.RunAsync(cluster, $"Deleting the topic '{topic}'", () => _admin.DeleteTopicsAsync([topic], new() { RequestTimeout = _timeout }), cancellationToken));

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<TopicConfigEntry>>> GetTopicSettingsAsync(
        IReadOnlyCollection<string> topics, CancellationToken cancellationToken = default)
    {
        if (topics.Count == 0)
        {
            return new Dictionary<string, IReadOnlyList<TopicConfigEntry>>();
        }

        List<DescribeConfigsResult> results = await AdminCalls.RunAsync(
            cluster,
            "Reading settings of topics",
            () => _admin.DescribeConfigsAsync([.. topics.Select(t => new ConfigResource { Type = ResourceType.Topic, Name = t })], new() { RequestTimeout = _timeout }),
            cancellationToken).ConfigureAwait(false);
        return results.ToDictionary(r => r.ConfigResource.Name, r => (IReadOnlyList<TopicConfigEntry>)[.. r.Entries.Values.Select(Entry)], StringComparer.Ordinal);
    }

    public Task SetTopicSettingsAsync(string topic, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken = default)
    {
        Dictionary<ConfigResource, List<ConfigEntry>> changes = new()
        {
            [new() { Type = ResourceType.Topic, Name = topic }] =
            [
                .. settings.Select(s => new ConfigEntry
                {
                    Name = s.Key, Value = s.Value, IncrementalOperation = s.Value is null ? AlterConfigOpType.Delete : AlterConfigOpType.Set,
                }),
            ],
        };
        return AdminCalls.RunAsync(
            cluster, $"Setting settings of the topic '{topic}'", () => _admin.IncrementalAlterConfigsAsync(changes, new() { RequestTimeout = _timeout }), cancellationToken);
    }

    public async Task<IReadOnlyDictionary<TopicPartition, long>> GetOffsetsAtAsync(
        IReadOnlyCollection<TopicPartition> partitions, DateTimeOffset time, CancellationToken cancellationToken = default)
    {
        // Brokers say -1 where no record is so late. Ends are read first, so that none that comes meanwhile is left out.
        IReadOnlyDictionary<TopicPartition, long> ends = await cluster.GetEndOffsetsAsync(partitions, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<TopicPartition, long> found = await OffsetQuery.RunAsync(
            cluster, partitions, OffsetSpec.ForTimestamp(time.ToUnixTimeMilliseconds()), cancellationToken).ConfigureAwait(false);
        return found.ToDictionary(f => f.Key, f => f.Value >= 0 ? f.Value : ends[f.Key]);
    }

    public void Dispose()
    {
    }

    private async Task<GroupState> DescribeAsync(string group, CancellationToken cancellationToken)
    {
        DescribeConsumerGroupsResult result = await AdminCalls.RunAsync(
            cluster,
            $"Describing the group '{group}'",
            () => _admin.DescribeConsumerGroupsAsync([group], new() { RequestTimeout = _timeout }),
            cancellationToken).ConfigureAwait(false);
        return result.ConsumerGroupDescriptions[0].State switch
        {
            ConsumerGroupState.Dead => GroupState.Absent,
            ConsumerGroupState.Empty => GroupState.Empty,
            _ => GroupState.Active,
        };
    }

    private static TopicConfigEntry Entry(ConfigEntryResult entry) => new(entry.Name, entry.Value, SourceName(entry.Source))
    {
        IsReadOnly = entry.IsReadOnly, IsSensitive = entry.IsSensitive,
    };

    private static string SourceName(ConfigSource source) => source switch
    {
        ConfigSource.DynamicTopicConfig => "DYNAMIC_TOPIC_CONFIG",
        ConfigSource.DynamicBrokerConfig => "DYNAMIC_BROKER_CONFIG",
        ConfigSource.DynamicDefaultBrokerConfig => "DYNAMIC_DEFAULT_BROKER_CONFIG",
        ConfigSource.StaticBrokerConfig => "STATIC_BROKER_CONFIG",
        ConfigSource.DefaultConfig => "DEFAULT_CONFIG",
        _ => "UNKNOWN",
    };

    private static async Task IgnoringAsync(ErrorCode[] codes, Task call)
    {
        try
        {
            await call.ConfigureAwait(false);
        }
        catch (KafkaClusterException e) when (codes.Contains(e.Error.Code))
        {
        }
    }
}
