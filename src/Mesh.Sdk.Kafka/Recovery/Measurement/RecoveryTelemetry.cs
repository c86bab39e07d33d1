using System.Diagnostics.Metrics;

namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>What is measured, as metrics. Every measurement records each of them; the meter is named <see cref="Name"/>.</summary>
public static class RecoveryTelemetry
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "Mesh.Sdk.Kafka";

    private static readonly Meter Meter = new(Name);

    private static readonly Gauge<int> Health = Meter.CreateGauge<int>("mesh.kafka.flow.health", null, "How the flow is: 0 is healthy, the worse the larger, in the order of FlowHealth.");

    private static readonly Gauge<long> Records = Meter.CreateGauge<long>("mesh.kafka.flow.records_behind", "{record}", "Records that the target lacks of a topic.");

    private static readonly Gauge<long> Bytes = Meter.CreateGauge<long>("mesh.kafka.flow.bytes_behind", "By", "Keys and values that the target lacks of a topic.");

    private static readonly Gauge<double> Time = Meter.CreateGauge<double>("mesh.kafka.flow.time_behind", "s", "Age of the oldest record that the target lacks of a topic.");

    private static readonly Gauge<double> Heartbeat = Meter.CreateGauge<double>("mesh.kafka.flow.heartbeat_age", "s", "Age of the last heartbeat that arrived.");

    private static readonly Gauge<int> Known = Meter.CreateGauge<int>("mesh.kafka.group.known", null, "1 if positions or checkpoints of a group are known, 0 if not: then nothing else is told of it.");

    private static readonly Gauge<long> Repeats = Meter.CreateGauge<long>("mesh.kafka.group.repeats", "{record}", "Records that a group would read again after a fail-over of now, at most.");

    private static readonly Gauge<long> Loss = Meter.CreateGauge<long>("mesh.kafka.group.loss", "{record}", "Records that a group would never read if the source were gone, at most.");

    private static readonly Gauge<double> Checkpoint = Meter.CreateGauge<double>("mesh.kafka.group.checkpoint_age", "s", "Age of the oldest checkpoint of a group.");

    internal static void Note(RecoveryPoint point)
    {
        KeyValuePair<string, object?> source = new("mesh.kafka.source", point.From);
        KeyValuePair<string, object?> target = new("mesh.kafka.target", point.To);
        Health.Record((int)point.Health, source, target);
        Note(Heartbeat, point.HeartbeatAge?.TotalSeconds, source, target);
        foreach (TopicRecoveryPoint topic in point.Topics)
        {
            KeyValuePair<string, object?> name = new("mesh.kafka.topic", topic.Topic);
            double? seconds = topic.RecordsBehind == 0 ? 0 : (point.MeasuredAt - topic.OldestMissing)?.TotalSeconds;
            Note(Records, topic.RecordsBehind, source, target, name);
            Note(Bytes, topic.BytesBehind, source, target, name);
            Note(Time, seconds, source, target, name);
        }

        foreach (GroupRecoveryPoint group in point.Groups)
        {
            KeyValuePair<string, object?> name = new("mesh.kafka.group", group.Group);
            Known.Record(group.Problem is null ? 1 : 0, source, target, name);
            Note(Repeats, group.RepeatsAtMost, source, target, name);
            Note(Loss, group.LossAtMost, source, target, name);
            Note(Checkpoint, group.CheckpointAge?.TotalSeconds, source, target, name);
        }
    }

    private static void Note<T>(Gauge<T> gauge, T? value, params KeyValuePair<string, object?>[] tags)
        where T : struct
    {
        if (value is { } known)
        {
            gauge.Record(known, tags);
        }
    }
}
