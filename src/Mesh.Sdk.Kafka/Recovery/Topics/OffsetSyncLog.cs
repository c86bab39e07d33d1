using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Records;

namespace Mesh.Sdk.Kafka.Recovery.Topics;

/// <summary>Reads the offset syncs of a flow. Not safe for several threads.</summary>
internal sealed class OffsetSyncLog(ClusterClient cluster, string topic, Action<OffsetSync> take) : IDisposable
{
    private readonly TopicLog _log = new(cluster, topic);

    public int Skipped { get; private set; }

    /// <summary>Reads what came since the last time.</summary>
    /// <returns>Whether the topic is there.</returns>
    public Task<bool> RefreshAsync(CancellationToken cancellationToken) => _log.ReadAsync(Take, cancellationToken);

    public void Dispose() => _log.Dispose();

    private void Take(Message<byte[], byte[]> message)
    {
        if (message is { Key: not null, Value: not null } && OffsetSync.TryRead(message.Key, message.Value) is { } sync)
        {
            take(sync);
        }
        else
        {
            Skipped++;
        }
    }
}
