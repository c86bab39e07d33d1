using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>How far the target of a flow is behind its source, and what a fail-over of now would lose and repeat.</summary>
public sealed record RecoveryPoint
{
    /// <summary>Gets the alias of the source.</summary>
    public required string From { get; init; }

    /// <summary>Gets the alias of the target.</summary>
    public required string To { get; init; }

    /// <summary>Gets when it was measured.</summary>
    public required DateTimeOffset MeasuredAt { get; init; }

    /// <summary>Gets why the flow is as it is, the worst reason first; none if it is healthy.</summary>
    public EquatableList<HealthReason> Reasons { get; init; } = [];

    /// <summary>Gets the mirrored topics in ordinal order, heartbeats left out.</summary>
    public EquatableList<TopicRecoveryPoint> Topics { get; init; } = [];

    /// <summary>Gets the groups in ordinal order.</summary>
    public EquatableList<GroupRecoveryPoint> Groups { get; init; } = [];

    /// <summary>Gets the time of the last heartbeat that arrived on the target; <see langword="null"/> for none.</summary>
    public DateTimeOffset? LastHeartbeat { get; init; }

    /// <summary>Gets how many records of internal topics were no records of MirrorMaker and were skipped.</summary>
    public int SkippedRecords { get; init; }

    /// <summary>Gets how the flow is: the worst of the reasons.</summary>
    public FlowHealth Health => Reasons.Count == 0 ? FlowHealth.Healthy : Reasons.Max(r => r.Health);

    /// <summary>Gets how many records the target lacks; <see langword="null"/> if a cluster can't be reached.</summary>
    public long? RecordsBehind => Sum(t => t.RecordsBehind);

    /// <summary>Gets the bound of it; <see langword="null"/> if a cluster can't be reached.</summary>
    public long? RecordsBehindAtMost => Sum(t => t.RecordsBehindAtMost);

    /// <summary>Gets the bytes that the target lacks; <see langword="null"/> if they are not known of all topics.</summary>
    public long? BytesBehind => Sum(t => t.BytesBehind);

    /// <summary>Gets the age of the last heartbeat; <see langword="null"/> without one.</summary>
    public TimeSpan? HeartbeatAge => MeasuredAt - LastHeartbeat;

    /// <summary>Gets the age of the oldest record that the target lacks; <see langword="null"/> if none is known.</summary>
    public TimeSpan? TimeBehind => MeasuredAt - Topics.Min(t => t.OldestMissing);

    /// <summary>Returns the measurement as indented JSON.</summary>
    public string ToJson() => RecoveryPointFormat.Json(this);

    /// <summary>Returns what it means in one line, the reasons, and a table of topics and of groups.</summary>
    public override string ToString() => RecoveryPointFormat.Text(this);

    private long? Sum(Func<TopicRecoveryPoint, long?> of) =>
        Health == FlowHealth.TargetUnreachable || Topics.Any(t => of(t) is null) ? null : Topics.Sum(of);
}
