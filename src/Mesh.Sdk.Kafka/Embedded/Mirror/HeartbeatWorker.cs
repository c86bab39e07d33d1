using Confluent.Kafka;
using Mesh.Sdk.Kafka.MirrorMaker;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Policies;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>Emits heartbeats on the source of a flow, which carries them. Source: <c>MirrorHeartbeatTask</c>.</summary>
internal sealed class HeartbeatWorker(FlowConfiguration flow, TopicKeeper topics, InternalWriters writers, TimeProvider time)
{
    private bool _isReady;

    public async Task EmitAsync(CancellationToken cancellationToken)
    {
        if (!_isReady)
        {
            await topics.CreateHeartbeatsTopicAsync(cancellationToken).ConfigureAwait(false);
            _isReady = true;
        }

        SourceAndTarget emitter = FlowSettings.HeartbeatsFor(flow.Direction);
        Heartbeat heartbeat = new(emitter.Source, emitter.Target, time.GetUtcNow().ToUnixTimeMilliseconds());
        Message<byte[], byte[]> message = new()
        {
            Key = heartbeat.ToKey(), Value = heartbeat.ToValue(), Timestamp = new(heartbeat.Timestamp, TimestampType.CreateTime),
        };
        await writers.WriteAsync(emitter.Target, ReplicationPolicy.HeartbeatsTopic, 0, message, cancellationToken).ConfigureAwait(false);
    }
}
