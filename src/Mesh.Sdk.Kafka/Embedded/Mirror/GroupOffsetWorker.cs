using System.Collections.ObjectModel;
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

    // A group that stands where its checkpoints are, or further, is not asked about: mock brokers only tell to a member. Positions are read
    // again once the group is known to be empty: its last members may have moved them meanwhile.
    private async Task SyncAsync(string group, Checkpoint[] checkpoints, CancellationToken cancellationToken)
    {
        try
        {
            if ((await PlanAsync().ConfigureAwait(false)).Count == 0)
            {
                return;
            }

            bool isEmpty = await target.Administration.GetGroupStateAsync(group, cancellationToken).ConfigureAwait(false) == GroupState.Empty;
            IReadOnlyDictionary<TopicPartition, long> due = isEmpty ? await PlanAsync().ConfigureAwait(false) : Plan([]);
            await target.Administration.CommitAsync(group, due, cancellationToken).ConfigureAwait(false);
        }
        catch (KafkaClusterException e) when (!e.IsUnreachable)
        {
            journal.Refused(e.Message);
        }

        async Task<IReadOnlyDictionary<TopicPartition, long>> PlanAsync()
        {
            TopicPartition[] partitions = [.. checkpoints.Select(c => new TopicPartition(c.Topic, c.Partition))];
            IReadOnlyDictionary<TopicPartition, long> positions = await target.GetPositionsAsync(group, partitions, cancellationToken).ConfigureAwait(false);
            return Plan(new(StringComparer.Ordinal) { [group] = positions.ToDictionary(p => p.Key, p => (long?)p.Value) });
        }

        IReadOnlyDictionary<TopicPartition, long> Plan(Dictionary<string, IReadOnlyDictionary<TopicPartition, long?>> empty) =>
            GroupOffsetSync.Plan(empty, checkpoints).GetValueOrDefault(group) ?? ReadOnlyDictionary<TopicPartition, long>.Empty;
    }
}
