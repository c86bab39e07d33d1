using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>What all clients of one <see cref="SwitchableClients"/> share.</summary>
internal sealed record SwitchContext(
    ReplicationTopology Topology, KafkaClients Clients, IActiveCluster Active, IProgress<ClientStatus>? Progress, TimeProvider Time)
{
    /// <summary>Tells that the topology does not have the active cluster; <see langword="null"/> if it does.</summary>
    public string? Unknown(SwitchState state) => Topology.FindCluster(state.Cluster) is null
        ? $"The switch names the Kafka cluster '{state.Cluster}', which the topology does not have, only {string.Join(", ", Aliases())}.{Suggestion.For(state.Cluster, Aliases())}"
        : null;

    private IEnumerable<string> Aliases() => Topology.Clusters.Select(c => c.Alias);
}
