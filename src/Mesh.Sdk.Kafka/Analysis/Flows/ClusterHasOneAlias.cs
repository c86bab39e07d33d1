using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>A Kafka cluster has one alias.</summary>
internal sealed class ClusterHasOneAlias : Rule<ReplicationModel>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5202",
        DiagnosticSeverity.Error,
        "The Kafka clusters '{0}' and '{1}' are both at '{2}', so they are one cluster under two aliases, and what is mirrored between them gets longer names for ever.",
        "Declare the cluster once, or correct AtBootstrapServers.");

    public override void Check(ReplicationModel value, Place place)
    {
        Dictionary<string, string> owners = new(StringComparer.OrdinalIgnoreCase);
        foreach (ReplicationCluster cluster in value.Topology.Clusters)
        {
            foreach (string server in cluster.BootstrapServers.Select(WithoutProtocol))
            {
                if (!owners.TryAdd(server, cluster.Alias) && owners[server] != cluster.Alias)
                {
                    place.Field("clusters").Entry(cluster.Alias).Report(Descriptor, owners[server], cluster.Alias, server);
                    break;
                }
            }
        }
    }

    // The listener's protocol may stand in front.
    private static string WithoutProtocol(string server) =>
        server.IndexOf("://", StringComparison.Ordinal) is var end and >= 0 ? server[(end + 3)..] : server;
}
