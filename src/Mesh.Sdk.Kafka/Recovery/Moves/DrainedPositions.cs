using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Policies;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Moves;

/// <summary>
/// A group that has read a partition to its end goes on at the end of the copy, once all of it is copied: nothing is read again, whatever
/// offset syncs tell. Only for policies that give copies names of their own, as others write to such a topic, too.
/// </summary>
/// <param name="topics">The flow that groups follow.</param>
/// <param name="target">Its target.</param>
internal sealed class DrainedPositions(FlowTopics topics, ClusterClient target)
{
    /// <summary>Moves positions on to the ends of copies.</summary>
    /// <param name="groups">Groups with their translated positions.</param>
    /// <param name="ends">The ends of the source since its producers have stopped.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<EquatableList<GroupMove>> MoveOnAsync(
        EquatableList<GroupMove> groups, IEnumerable<PartitionEnd> ends, CancellationToken cancellationToken)
    {
        if (topics.Policy is IdentityReplicationPolicy)
        {
            return groups;
        }

        Dictionary<TopicPartition, long> drained = ends.ToDictionary(e => e.Partition, e => e.Offset);
        TopicPartition[] copies = [.. groups.SelectMany(g => g.Positions).Where(p => IsAtEnd(p, drained)).Select(p => p.Target).Distinct()];
        IReadOnlyDictionary<TopicPartition, long> copied = await target.GetEndOffsetsAsync(copies, cancellationToken).ConfigureAwait(false);
        return [.. groups.Select(group => group with { Positions = [.. group.Positions.Select(p => IsAtEnd(p, drained) ? At(p, copied[p.Target]) : p)] })];
    }

    private bool IsAtEnd(PositionMove position, Dictionary<TopicPartition, long> drained) =>
        position is { Position: not null, SourcePosition: { } read }
        && position.Target == topics.OnTarget(position.Source)
        && drained.TryGetValue(position.Source, out long end)
        && read == end;

    private static PositionMove At(PositionMove position, long end) => position.Position >= end
        ? position
        : position with { Position = end, Basis = PositionBasis.Drained, RepeatsAtMost = 0, Decision = position.Before > end ? PositionDecision.MovedBack : PositionDecision.Moved };
}
