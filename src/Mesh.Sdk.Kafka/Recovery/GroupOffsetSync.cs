using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>Which offsets are committed for groups on the target. Source: Apache Kafka 3.9, <c>MirrorCheckpointTask.syncGroupOffset</c>.</summary>
public static class GroupOffsetSync
{
    /// <summary>
    /// Returns the offsets to commit by group. A group that is empty on the target is only moved forward; one that was not seen there is
    /// taken for new, and the broker refuses the commit if it has members.
    /// </summary>
    /// <param name="emptyOnTarget">Committed offsets of the groups that are empty on the target; <see langword="null"/> for one that was reset.</param>
    /// <param name="checkpoints">Last checkpoint of each group and partition.</param>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<TopicPartition, long>> Plan(
        IReadOnlyDictionary<string, IReadOnlyDictionary<TopicPartition, long?>> emptyOnTarget,
        IEnumerable<Checkpoint> checkpoints)
    {
        ArgumentNullException.ThrowIfNull(emptyOnTarget);
        return checkpoints
            .Where(c => !emptyOnTarget.TryGetValue(c.Group, out var offsets) || !(offsets.GetValueOrDefault(Partition(c)) >= c.DownstreamOffset))
            .GroupBy(c => c.Group, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => (IReadOnlyDictionary<TopicPartition, long>)g.ToDictionary(Partition, c => c.DownstreamOffset),
                StringComparer.Ordinal);
    }

    private static TopicPartition Partition(Checkpoint checkpoint) => new(checkpoint.Topic, checkpoint.Partition);
}
