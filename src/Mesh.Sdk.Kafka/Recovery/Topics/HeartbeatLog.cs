using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Records;

namespace Mesh.Sdk.Kafka.Recovery.Topics;

/// <summary>The last heartbeat of the source that arrived on the target. Not safe for several threads.</summary>
internal sealed class HeartbeatLog(ClusterClient target, string topic) : IDisposable
{
    private const int Tail = 100;

    private readonly TopicLog _log = new(target, topic, Tail);

    public int Skipped { get; private set; }

    public DateTimeOffset? Last { get; private set; }

    /// <summary>Reads what came since the last time.</summary>
    /// <returns>Whether the topic is there.</returns>
    public Task<bool> RefreshAsync(CancellationToken cancellationToken) => _log.ReadAsync(Take, cancellationToken);

    public void Dispose() => _log.Dispose();

    private void Take(Message<byte[], byte[]> message)
    {
        if (message is not { Key: not null, Value: not null } || Heartbeat.TryRead(message.Key, message.Value) is not { } heartbeat)
        {
            Skipped++;
            return;
        }

        DateTimeOffset time = DateTimeOffset.FromUnixTimeMilliseconds(heartbeat.Timestamp);
        Last = Last > time ? Last : time;
    }
}
