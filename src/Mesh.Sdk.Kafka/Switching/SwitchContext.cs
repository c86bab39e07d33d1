using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>What all clients of one <see cref="SwitchableClients"/> share.</summary>
internal sealed record SwitchContext(
    ReplicationTopology Topology, KafkaClients Clients, IActiveCluster Active, IProgress<ClientStatus>? Progress, TimeProvider Time)
{
    public bool Knows(string alias) => Topology.FindCluster(alias) is not null;
}
