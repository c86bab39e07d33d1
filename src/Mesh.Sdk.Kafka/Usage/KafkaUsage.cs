using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Kafka.Usage;

/// <summary>Both halves together: the services of a mesh, the topics they use, and the flows between the Kafka clusters. Immutable; compares by value.</summary>
/// <param name="Mesh">The mesh.</param>
/// <param name="Topology">Kafka clusters and flows. The place of each cluster is told by <c>InRegion</c> or <c>OnMeshCluster</c>.</param>
/// <param name="Services">What services do with Kafka, in the order of their declaration.</param>
public sealed record KafkaUsage(ServiceMesh Mesh, ReplicationTopology Topology, EquatableList<ServiceTopics> Services)
{
    /// <summary>Returns the Kafka cluster that serves what runs in a cluster of the mesh: the one that names it, else one in its region; <see langword="null"/> if there is none.</summary>
    public ReplicationCluster? KafkaOf(MeshCluster place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Topology.Clusters.FirstOrDefault(c => c.MeshCluster == place.Name)
            ?? Topology.Clusters.FirstOrDefault(c => (c.Region ?? RegionOf(c.MeshCluster)) == place.Region);
    }

    private string? RegionOf(string? meshCluster) => meshCluster is null ? null : Mesh.FindCluster(meshCluster)?.Region;
}
