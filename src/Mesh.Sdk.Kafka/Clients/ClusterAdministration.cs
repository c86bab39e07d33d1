using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Mesh.Sdk.Kafka.Replication.Sync;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Clients;

/// <summary>Administers the brokers of a real cluster through Kafka's admin client.</summary>
/// <param name="alias">Alias of the cluster.</param>
/// <param name="admin">Client, which belongs to the caller.</param>
/// <param name="timeout">How long a request may take.</param>
internal sealed class ClusterAdministration(string alias, IAdminClient admin, TimeSpan timeout) : IClusterAdministration
{
    // ListConsumerGroupsAsync of Confluent.Kafka 2.15.1 corrupts the heap when a broker answers with an error; ListGroups does not.
    public Task<IReadOnlyList<string>> ListGroupsAsync(CancellationToken cancellationToken = default) =>
        AdminCalls.RunAsync<IReadOnlyList<string>>(
            alias,
            "Listing groups",
            () => Task.Run(() => (IReadOnlyList<string>)[.. admin.ListGroups(timeout).Select(g => g.Group).Order(StringComparer.Ordinal)], cancellationToken),
            cancellationToken);

    public async Task<GroupState> GetGroupStateAsync(string group, CancellationToken cancellationToken = default)
    {
        DescribeConsumerGroupsResult result = await AdminCalls.RunAsync(
            alias,
            $"Describing the group '{group}'",
            () => admin.DescribeConsumerGroupsAsync([group], new() { RequestTimeout = timeout }),
            cancellationToken).ConfigureAwait(false);
        return result.ConsumerGroupDescriptions[0].State switch
        {
            ConsumerGroupState.Dead => GroupState.Absent,
            ConsumerGroupState.Empty => GroupState.Empty,
            _ => GroupState.Active,
        };
    }

    public Task CommitAsync(string group, IReadOnlyDictionary<TopicPartition, long> positions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(positions);
        if (positions.Count == 0)
        {
            return Task.CompletedTask;
        }

        ConsumerGroupTopicPartitionOffsets offsets = new(group, [.. positions.Select(p => new TopicPartitionOffset(p.Key.ToClient(), p.Value))]);
        return AdminCalls.RunAsync(
            alias,
            $"Committing positions of the group '{group}'",
            () => admin.AlterConsumerGroupOffsetsAsync([offsets], new() { RequestTimeout = timeout }),
            cancellationToken);
    }

    public Task DeletePositionsAsync(string group, IReadOnlyCollection<TopicPartition> partitions, CancellationToken cancellationToken = default) =>
        partitions is { Count: 0 } ? Task.CompletedTask : AdminCalls.RunAsync(
            alias,
            $"Deleting positions of the group '{group}'",
            () => admin.DeleteConsumerGroupOffsetsAsync(group, partitions.Select(p => p.ToClient()), new() { RequestTimeout = timeout }),
            cancellationToken);

    public Task DeleteGroupAsync(string group, CancellationToken cancellationToken = default) => IgnoringAsync(
        [ErrorCode.GroupIdNotFound],
        AdminCalls.RunAsync(alias, $"Deleting the group '{group}'", () => admin.DeleteGroupsAsync([group], new() { RequestTimeout = timeout }), cancellationToken));

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
            AdminCalls.RunAsync(alias, $"Creating the topic '{topic}'", () => admin.CreateTopicsAsync([specification], new() { RequestTimeout = timeout }), cancellationToken));
    }

    public Task GrowTopicAsync(string topic, int partitions, CancellationToken cancellationToken = default) => AdminCalls.RunAsync(
        alias,
        $"Adding partitions to the topic '{topic}'",
        () => admin.CreatePartitionsAsync([new() { Topic = topic, IncreaseTo = partitions }], new() { RequestTimeout = timeout }),
        cancellationToken);

    public Task DeleteTopicAsync(string topic, CancellationToken cancellationToken = default) => IgnoringAsync(
        [ErrorCode.UnknownTopicOrPart],
        AdminCalls.RunAsync(alias, $"Deleting the topic '{topic}'", () => admin.DeleteTopicsAsync([topic], new() { RequestTimeout = timeout }), cancellationToken));

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<TopicConfigEntry>>> GetTopicSettingsAsync(
        IReadOnlyCollection<string> topics, CancellationToken cancellationToken = default)
    {
        if (topics.Count == 0)
        {
            return new Dictionary<string, IReadOnlyList<TopicConfigEntry>>();
        }

        List<DescribeConfigsResult> results = await AdminCalls.RunAsync(
            alias,
            "Reading settings of topics",
            () => admin.DescribeConfigsAsync([.. topics.Select(t => new ConfigResource { Type = ResourceType.Topic, Name = t })], new() { RequestTimeout = timeout }),
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
            alias, $"Setting settings of the topic '{topic}'", () => admin.IncrementalAlterConfigsAsync(changes, new() { RequestTimeout = timeout }), cancellationToken);
    }

    public Task<IReadOnlyDictionary<TopicPartition, long>> GetOffsetsAtAsync(
        IReadOnlyCollection<TopicPartition> partitions, DateTimeOffset time, CancellationToken cancellationToken = default) =>
        OffsetQuery.RunAsync(alias, admin, partitions, OffsetSpec.ForTimestamp(time.ToUnixTimeMilliseconds()), timeout, cancellationToken);

    public void Dispose()
    {
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
