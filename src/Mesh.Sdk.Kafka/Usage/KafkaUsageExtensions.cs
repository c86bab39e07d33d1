using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Kafka.Usage;

/// <summary>Joins a mesh and its Kafka clusters.</summary>
public static class KafkaUsageExtensions
{
    /// <summary>Says which services of a mesh use which topics, so that their failover can be checked against the flows.</summary>
    /// <param name="topology">Kafka clusters and flows.</param>
    /// <param name="mesh">The mesh that the services are part of.</param>
    /// <param name="configure">Names services and topics. What does not fit the mesh is found by the analysis.</param>
    public static KafkaUsage UsedBy(this ReplicationTopology topology, ServiceMesh mesh, Action<KafkaUsageBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentNullException.ThrowIfNull(mesh);
        ArgumentNullException.ThrowIfNull(configure);
        KafkaUsageBuilder builder = new();
        configure(builder);
        return new(mesh, topology, builder.Build());
    }
}
