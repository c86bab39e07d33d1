using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>Commits translated positions for groups on the target. Source: Apache Kafka 3.9, <c>MirrorCheckpointTask.syncGroupOffset</c>.</summary>
internal sealed class GroupOffsetWorker(ClusterClient target, FlowJournal journal)
{
    public async Task SyncAsync(IReadOnlyCollection<Checkpoint> checkpoints, CancellationToken cancellationToken)
    {
        foreach (IGrouping<string, Checkpoint> group in checkpoints.GroupBy(c => c.Group, StringComparer.Ordinal).ToArray())
        {
            await SyncAsync(group.Key, [.. group], cancellationToken).ConfigureAwait(false);
        }
    }

    // A group that stands where its checkpoints are, or further, is not asked about: mock brokers only tell to a member.
    private async Task SyncAsync(string group, Checkpoint[] checkpoints, CancellationToken cancellationToken)
    {
        TopicPartition[] partitions = [.. checkpoints.Select(c => new TopicPartition(c.Topic, c.Partition))];
        IReadOnlyDictionary<TopicPartition, long> positions = await target.GetPositionsAsync(group, partitions, cancellationToken).ConfigureAwait(false);
        Dictionary<string, IReadOnlyDictionary<TopicPartition, long?>> empty = new(StringComparer.Ordinal)
        {
            [group] = positions.ToDictionary(p => p.Key, p => (long?)p.Value),
        };
        if (!GroupOffsetSync.Plan(empty, checkpoints).ContainsKey(group))
        {
            return;
        }

        try
        {
            if (await target.Administration.GetGroupStateAsync(group, cancellationToken).ConfigureAwait(false) != GroupState.Empty)
            {
                empty.Clear();
            }

            await target.Administration.CommitAsync(group, GroupOffsetSync.Plan(empty, checkpoints)[group], cancellationToken).ConfigureAwait(false);
        }
        catch (KafkaClusterException e) when (!e.IsUnreachable)
        {
            journal.Refused(e.Message);
        }
    }
}
