using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>Measures one flow again and again. Not safe for several threads.</summary>
internal sealed class FlowMeter(KafkaClients clients, FlowTopics topics, MeasureOptions options, TimeProvider time) : IDisposable
{
    private readonly FlowReader _reader = new(clients, topics, options);
    private readonly PartitionMeter _meter = new(clients, topics, options);
    private readonly HealthJudge _judge = new(topics, clients[topics.Flow.Source], options.Patience);
    private IReadOnlyDictionary<TopicPartition, PartitionRecoveryPoint> _before = new Dictionary<TopicPartition, PartitionRecoveryPoint>();

    public async Task<RecoveryPoint> MeasureAsync(CancellationToken cancellationToken)
    {
        FlowReading? reading = await _reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        RecoveryPoint point = new() { From = topics.Flow.Source, To = topics.Flow.Target, MeasuredAt = time.GetUtcNow(), LastHeartbeat = _reader.Heartbeats.Last };
        point = reading is null
            ? point with { Reasons = [.. HealthJudge.OfLostTarget(clients[topics.Flow.Target])] }
            : await MeasureAsync(point, reading, cancellationToken).ConfigureAwait(false);
        RecoveryTelemetry.Note(point);
        return point;
    }

    public void Dispose() => _reader.Dispose();

    private async Task<RecoveryPoint> MeasureAsync(RecoveryPoint point, FlowReading reading, CancellationToken cancellationToken)
    {
        _before = await _meter.MeasureAsync(reading, _reader.History, _before, cancellationToken).ConfigureAwait(false);
        GroupMeter groups = new(topics, reading, _reader, point.MeasuredAt);
        point = point with
        {
            Topics = [.. reading.Partitions.GroupBy(p => p.Topic, StringComparer.Ordinal).Select(Topic)],
            Groups = [.. _reader.Groups.Select(groups.Measure).Where(g => g.Problem is null || options.Groups.IsSet)],
            SkippedRecords = _reader.Skipped,
        };
        return point with { Reasons = _judge.Judge(reading, point).ToEquatableList() };
    }

    private TopicRecoveryPoint Topic(IGrouping<string, TopicPartition> topic) => new()
    {
        Topic = topic.Key,
        RemoteTopic = topics.OnTarget(topic.Key),
        Partitions = [.. topic.Select(p => _before[p])],
    };
}
