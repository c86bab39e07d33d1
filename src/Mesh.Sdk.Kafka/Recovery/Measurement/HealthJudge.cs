using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>Says how a flow is. Pure but for what it remembers: when each partition last moved.</summary>
internal sealed class HealthJudge(FlowTopics topics, ClusterClient source, TimeSpan patience)
{
    private readonly Dictionary<TopicPartition, (long? TargetEnd, DateTimeOffset At)> _moved = [];
    private RecoveryPoint? _last;

    public static IEnumerable<HealthReason> OfLostTarget(ClusterClient target)
    {
        yield return new(FlowHealth.TargetUnreachable, $"The Kafka cluster {target.Name} can't be reached: check its brokers, and from where this runs.{target.Trouble}");
    }

    public IReadOnlyList<HealthReason> Judge(FlowReading reading, RecoveryPoint point)
    {
        HealthReason?[] reasons = [Source(reading, point), Ran(reading), Missing(reading), Heartbeats(reading, point), Standing(point), Uncovered(reading, point), Lagging(point)];
        _last = reading.Source is null ? _last : point;
        return [.. reasons.OfType<HealthReason>().OrderByDescending(r => r.Health)];
    }

    private HealthReason? Source(FlowReading reading, RecoveryPoint point)
    {
        if (reading.Source is not null)
        {
            return null;
        }

        string heartbeat = point.LastHeartbeat is null ? "No heartbeat tells when it was last there." : $"Its last heartbeat arrived from {Words.Of(point.HeartbeatAge)} ago.";
        string behind = _last is null
            ? "What was written there later, or was not copied by then, is lost if it does not come back."
            : $"{_last.RecordsBehindAtMost} records at most were not copied {Words.Of(point.MeasuredAt - _last.MeasuredAt)} ago; they, and what was written later, are lost if it does not come back.";
        return new(FlowHealth.SourceUnreachable, $"The Kafka cluster {source.Name} can't be reached. {heartbeat} {behind} {reading.SourceFailure}");
    }

    private HealthReason? Ran(FlowReading reading) => IsUnused(reading)
        ? new(FlowHealth.NeverRan, $"Neither remote topics nor offset syncs nor checkpoints are there: run MirrorMaker for {topics.Flow.Direction}, or correct the policy of the topology, which names them.")
        : null;

    private HealthReason? Missing(FlowReading reading)
    {
        TopicPartition[] missing = reading.Source is null || IsUnused(reading) ? [] : [.. reading.Partitions.Where(p => !reading.TargetEnds.ContainsKey(p))];
        return missing.Length == 0
            ? null
            : new(
                FlowHealth.TopicMissing,
                FormattableString.Invariant($"The target lacks {missing.Length} partitions that the flow mirrors, the first is {topics.OnTarget(missing[0])}: the source connector creates them when it next looks for topics (refresh.topics.interval.seconds). Where they were deleted, reset its offsets, too, as it goes on after what it copied before."));
    }

    private HealthReason? Heartbeats(FlowReading reading, RecoveryPoint point)
    {
        if (!topics.Flow.EmitsHeartbeats || IsUnused(reading))
        {
            return null;
        }

        return point.LastHeartbeat is null
            ? new(FlowHealth.NoHeartbeats, $"No heartbeat is in '{topics.Heartbeats}': run a heartbeat connector that writes to '{point.From}'.")
            : point.HeartbeatAge > patience
                ? new(FlowHealth.Stalled, $"The last heartbeat is {Words.Of(point.HeartbeatAge)} old: look at the source connector and its log, as a task that can't read stays RUNNING.")
                : null;
    }

    private HealthReason? Standing(RecoveryPoint point)
    {
        int standing = 0;
        foreach (PartitionRecoveryPoint partition in point.Topics.SelectMany(t => t.Partitions))
        {
            if (partition.RecordsBehind is null or 0 || partition.TargetEnd is null || !_moved.TryGetValue(partition.Partition, out var last) || last.TargetEnd != partition.TargetEnd)
            {
                _moved[partition.Partition] = (partition.TargetEnd, point.MeasuredAt);
            }
            else if (point.MeasuredAt - last.At > patience)
            {
                standing++;
            }
        }

        return standing == 0
            ? null
            : new(FlowHealth.Stalled, $"{standing} partitions lack records and got none for {Words.Of(patience)}: restart the failed tasks of the source connector.");
    }

    private HealthReason? Uncovered(FlowReading reading, RecoveryPoint point)
    {
        string[] uncovered = [.. point.Groups.Where(g => g.CheckpointAge is null && g.Partitions.Any(p => reading.TargetEnds.GetValueOrDefault(p.Partition) > 0)).Select(g => g.Group)];
        return uncovered.Length == 0 || reading.Source is null || !topics.Flow.EmitsCheckpoints
            ? null
            : new(
                FlowHealth.GroupsUncovered,
                $"No checkpoint tells where groups are ({Words.Some(uncovered)}), so that an unplanned fail-over would leave them behind: let the checkpoint connector of {topics.Flow.Direction} run, which looks for new groups every refresh.groups.interval.seconds (600 by default).");
    }

    private HealthReason? Lagging(RecoveryPoint point)
    {
        TimeSpan? behind = point.MeasuredAt - point.Topics.SelectMany(t => t.Partitions).Where(p => p.TargetEnd is not null).Min(p => p.OldestMissing);
        return behind > patience
            ? new(FlowHealth.Lagging, $"The oldest record that is missing is {Words.Of(behind)} old: give the flow more tasks, or its workers more room.")
            : null;
    }

    private static bool IsUnused(FlowReading reading) =>
        reading is { Source: not null, HasCheckpoints: false, HasOffsetSyncs: false, HasHeartbeats: false, TargetEnds.Count: 0 };
}
