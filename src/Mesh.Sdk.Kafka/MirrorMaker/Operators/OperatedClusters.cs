using System.Globalization;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>What all operators ask of a topology.</summary>
internal static class OperatedClusters
{
    private const int LowestPort = 9092;

    public static void Check(ReplicationTopology topology)
    {
        DiagnosticReport report = topology.Check();
        if (report.HasErrors)
        {
            throw new MeshDefinitionException(report);
        }
    }

    public static ReplicationCluster Find(ReplicationTopology topology, OperatedCluster cluster) =>
        topology.FindCluster(cluster.Alias) ?? throw new ArgumentException($"The topology has no cluster '{cluster.Alias}' that an operator could run.");

    /// <summary>Returns the cluster of the mesh that objects for a Kafka cluster are meant for.</summary>
    public static string MeshClusterOf(ReplicationTopology topology, string alias) => topology.FindCluster(alias)?.MeshCluster ?? "";

    /// <summary>Returns the port that clients connect to, as far as operators let a listener have it.</summary>
    public static int PortOf(ReplicationCluster cluster)
    {
        string server = cluster.BootstrapServers[0];
        int port = int.Parse(server.AsSpan(server.LastIndexOf(':') + 1), CultureInfo.InvariantCulture);
        return port >= LowestPort ? port : cluster.Tls is null ? LowestPort : LowestPort + 1;
    }
}
