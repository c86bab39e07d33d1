using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Sync;

namespace Mesh.Sdk.Kafka.Clients;

/// <summary>
/// What is administered on a cluster, and only that: librdkafka's mock brokers, on which <c>Embedded</c> stands, answer none of these
/// requests (groups are neither listed nor described nor freed of former members; topics and their settings are not administered; offsets
/// are not looked up by time), so that clusters of tests bring their own. All else goes through <see cref="ClusterClient"/>.
/// </summary>
/// <remarks>All methods throw <see cref="KafkaClusterException"/> where the cluster can't be reached or refuses.</remarks>
public interface IClusterAdministration : IDisposable
{
    /// <summary>Returns the consumer groups the cluster knows.</summary>
    Task<IReadOnlyList<string>> ListGroupsAsync(CancellationToken cancellationToken = default);

    /// <summary>Returns whether a group has members.</summary>
    Task<GroupState> GetGroupStateAsync(string group, CancellationToken cancellationToken = default);

    /// <summary>Commits positions for a group that has no members. The broker refuses it for one that has.</summary>
    /// <param name="group">Group.</param>
    /// <param name="positions">Offset of the next record to read, by partition.</param>
    /// <param name="cancellationToken">Ends the waiting; the broker may commit all the same.</param>
    Task CommitAsync(string group, IReadOnlyDictionary<TopicPartition, long> positions, CancellationToken cancellationToken = default);

    /// <summary>Deletes positions of a group that has no members. Does nothing for partitions without one.</summary>
    Task DeletePositionsAsync(string group, IReadOnlyCollection<TopicPartition> partitions, CancellationToken cancellationToken = default);

    /// <summary>Deletes a group that has no members, with its positions. Does nothing if there is none.</summary>
    Task DeleteGroupAsync(string group, CancellationToken cancellationToken = default);

    /// <summary>Creates a topic. Does nothing if it exists.</summary>
    /// <param name="topic">Name.</param>
    /// <param name="partitions">Partitions, at least 1.</param>
    /// <param name="replicationFactor">Replicas; -1 takes the broker's default.</param>
    /// <param name="settings">Settings of the topic by name.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task CreateTopicAsync(string topic, int partitions, int replicationFactor, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken = default);

    /// <summary>Adds partitions to a topic.</summary>
    /// <param name="topic">Name.</param>
    /// <param name="partitions">Partitions it has afterwards.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task GrowTopicAsync(string topic, int partitions, CancellationToken cancellationToken = default);

    /// <summary>Deletes a topic. Does nothing if there is none.</summary>
    Task DeleteTopicAsync(string topic, CancellationToken cancellationToken = default);

    /// <summary>Returns the settings of topics.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<TopicConfigEntry>>> GetTopicSettingsAsync(IReadOnlyCollection<string> topics, CancellationToken cancellationToken = default);

    /// <summary>Sets settings of a topic, one by one; <see langword="null"/> deletes one.</summary>
    Task SetTopicSettingsAsync(string topic, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken = default);

    /// <summary>Returns the first offset of each partition whose record is at or after a time; the end where there is none.</summary>
    Task<IReadOnlyDictionary<TopicPartition, long>> GetOffsetsAtAsync(IReadOnlyCollection<TopicPartition> partitions, DateTimeOffset time, CancellationToken cancellationToken = default);
}
