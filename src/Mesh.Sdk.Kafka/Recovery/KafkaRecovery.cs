using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>
/// Measures the flows of a topology, translates positions of groups there and back, and plans and runs fail-over and fail-back. Works on
/// what MirrorMaker 2 writes into Kafka, and asks no worker. Safe for several threads.
/// </summary>
public sealed partial class KafkaRecovery
{
    private readonly ReplicationTopology _topology;
    private readonly KafkaClients _clients;
    private readonly TimeProvider _time;

    /// <summary>Makes a recovery of a topology.</summary>
    /// <param name="topology">Clusters and flows, as MirrorMaker runs them.</param>
    /// <param name="clients">The ways to the clusters. They belong to the caller.</param>
    /// <param name="time">Clock; by default that of the system.</param>
    public KafkaRecovery(ReplicationTopology topology, KafkaClients clients, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentNullException.ThrowIfNull(clients);
        (_topology, _clients, _time) = (topology, clients, time ?? TimeProvider.System);
    }

    private FlowTopics TopicsOf(string from, string to) => FlowTopics.Of(_topology, new(from, to));
}
