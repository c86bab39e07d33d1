using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery.Topics;

namespace Mesh.Sdk.Kafka.Recovery.Translation;

/// <summary>The offset syncs of a flow, read once.</summary>
/// <param name="Exists">Whether their topic is there.</param>
/// <param name="History">What they tell.</param>
/// <param name="Skipped">Records that were no offset syncs.</param>
internal sealed record SyncReading(bool Exists, OffsetSyncHistory History, int Skipped)
{
    public static async Task<SyncReading> RunAsync(KafkaClients clients, FlowTopics topics, Action<OffsetSync>? take, CancellationToken cancellationToken)
    {
        OffsetSyncHistory history = new();
        using OffsetSyncLog log = new(clients[topics.OffsetSyncsCluster], topics.OffsetSyncs, (Action<OffsetSync>)history.Add + take);
        bool exists = await log.RefreshAsync(cancellationToken).ConfigureAwait(false);
        return new(exists, history, log.Skipped);
    }
}
