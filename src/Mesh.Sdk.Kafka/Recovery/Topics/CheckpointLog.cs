using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery.Translation;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Recovery.Topics;

/// <summary>The last checkpoint of each group and partition, by its name on the target. Not safe for several threads. Source: <c>MirrorClient.remoteConsumerOffsets</c>.</summary>
internal sealed class CheckpointLog(ClusterClient target, string topic) : IDisposable
{
    private static readonly Dictionary<TopicPartition, SeenCheckpoint> None = [];

    private readonly TopicLog _log = new(target, topic);
    private readonly Dictionary<string, Dictionary<TopicPartition, SeenCheckpoint>> _groups = new(StringComparer.Ordinal);

    public int Skipped { get; private set; }

    public IReadOnlyCollection<string> Groups => _groups.Keys;

    public IReadOnlyDictionary<TopicPartition, SeenCheckpoint> Of(string group) => _groups.GetValueOrDefault(group, None);

    /// <summary>Reads what came since the last time.</summary>
    /// <returns>Whether the topic is there.</returns>
    public Task<bool> RefreshAsync(CancellationToken cancellationToken) => _log.ReadAsync(Take, cancellationToken);

    public void Dispose() => _log.Dispose();

    private void Take(Message<byte[], byte[]> message)
    {
        if (message is not { Key: not null, Value: not null } || Checkpoint.TryRead(message.Key, message.Value) is not { } checkpoint)
        {
            Skipped++;
            return;
        }

        if (!_groups.TryGetValue(checkpoint.Group, out Dictionary<TopicPartition, SeenCheckpoint>? partitions))
        {
            _groups.Add(checkpoint.Group, partitions = []);
        }

        partitions[new(checkpoint.Topic, checkpoint.Partition)] = new(checkpoint, new(message.Timestamp.UtcDateTime, TimeSpan.Zero));
    }
}
