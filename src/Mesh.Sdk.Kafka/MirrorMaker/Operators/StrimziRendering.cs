using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.MirrorMaker.Connectors;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>A topology as objects of Strimzi.</summary>
public static class StrimziRendering
{
    /// <summary>
    /// Returns a KafkaMirrorMaker2 for each cluster that is written to, for the cluster of the mesh that it lives in, and what emits
    /// heartbeats. The same topology gives the same objects.
    /// </summary>
    /// <param name="topology">Clusters and flows.</param>
    /// <param name="configure">Says where and how they run; by default as <c>v1</c> in the namespace <c>kafka</c>.</param>
    /// <exception cref="MeshDefinitionException">The definition has errors; the exception carries all findings.</exception>
    public static ResourceSet ToStrimzi(this ReplicationTopology topology, Action<StrimziBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(topology);
        OperatedClusters.Check(topology);
        StrimziBuilder builder = new();
        configure?.Invoke(builder);
        StrimziOptions options = builder.Build();
        ResourceNames names = new(topology);
        return ResourceSet.From(
        [
            .. StrimziClusters.Write(topology, options, names),
            .. MirrorMakers(topology, options, names),
            .. options.Version == StrimziVersion.V1 ? Heartbeats(topology, options, names) : [],
        ]);
    }

    private static IEnumerable<ResourceEntry> MirrorMakers(ReplicationTopology topology, StrimziOptions options, ResourceNames names) =>
        from connector in StrimziConnector.Of(topology)
        where options.Version == StrimziVersion.V1Beta2 || connector.Connector != MirrorConnector.Heartbeat
        group connector by connector.Direction.Target into target
        select new ResourceEntry(
            new MirrorMakerWriter(topology, options, target.Key, names.MirrorMaker(target.Key)).Write(target),
            OperatedClusters.MeshClusterOf(topology, target.Key));

    private static IEnumerable<ResourceEntry> Heartbeats(ReplicationTopology topology, StrimziOptions options, ResourceNames names) =>
        from connector in topology.ToConnectors()
        where connector.Connector == MirrorConnector.Heartbeat
        group connector by connector.ConnectCluster into cluster
        from resource in new HeartbeatWriter(topology, options, names).Write(topology.FindCluster(cluster.Key)!, cluster)
        select new ResourceEntry(resource, OperatedClusters.MeshClusterOf(topology, cluster.Key));
}
