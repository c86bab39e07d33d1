using System.Text.RegularExpressions;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Connect.Checks;

/// <summary>All checks of Connect clusters, connectors and data flows.</summary>
internal static partial class ConnectChecks
{
    public static DiagnosticReport Run(ConnectTopology topology)
    {
        ReplicationTopology replication = topology.Replication();
        return new(
        [
            .. CheckClusters(topology),
            .. CheckConnectors(topology),
            .. CheckIdentities(topology),
            .. topology.DataFlows.SelectMany(flow => DataFlowChecks.Run(topology, replication, flow)),
            .. replication.Check(),
        ]);
    }

    private static IEnumerable<Diagnostic> CheckClusters(ConnectTopology topology)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (ConnectCluster cluster in topology.Clusters.ToList())
        {
            string path = $"connectClusters[{cluster.Name}]";
            if (!ClusterName().IsMatch(cluster.Name))
            {
                yield return ConnectDiagnostics.ClusterName.At(path, cluster.Name);
            }

            if (!names.Add(cluster.Name))
            {
                yield return ConnectDiagnostics.DuplicateCluster.At(path, cluster.Name);
            }

            if (topology.Kafka.FindCluster(cluster.Kafka) is null)
            {
                yield return ConnectDiagnostics.UnknownKafka.At(path, cluster.Name, cluster.Kafka, Suggestion.For(cluster.Kafka, topology.Kafka.Clusters.Select(c => c.Alias)));
            }

            if (cluster.Replicas < 1)
            {
                yield return ConnectDiagnostics.Replicas.At($"{path}.replicas", cluster.Name, cluster.Replicas);
            }
        }
    }

    private static IEnumerable<Diagnostic> CheckConnectors(ConnectTopology topology)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (ConnectorDefinition connector in topology.AllConnectors())
        {
            string path = $"connectors[{connector.Name}]";
            if (!ConnectorName().IsMatch(connector.Name))
            {
                yield return ConnectDiagnostics.ConnectorName.At(path, connector.Name);
            }

            if (!names.Add(connector.Name))
            {
                yield return ConnectDiagnostics.DuplicateConnector.At(path, connector.Name);
            }

            if (topology.FindCluster(connector.ConnectCluster) is null)
            {
                yield return ConnectDiagnostics.UnknownConnectCluster.At(path, connector.Name, connector.ConnectCluster, Suggestion.For(connector.ConnectCluster, topology.Clusters.Select(c => c.Name)));
            }

            // A preset is checked even where its cluster is missing.
            ReplicationCluster kafka = topology.KafkaOf(connector.ConnectCluster) ?? new() { Alias = "" };
            foreach (Diagnostic finding in connector.Preset.Check(connector.Name, kafka, path))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Diagnostic> CheckIdentities(ConnectTopology topology)
    {
        Dictionary<(string What, string Value), string> owners = [];
        foreach (ConnectorDefinition connector in topology.AllConnectors())
        {
            foreach ((string what, string value) in connector.Preset.Identities(topology.FindCluster(connector.ConnectCluster)?.Kafka ?? ""))
            {
                if (value.Length > 0 && !owners.TryAdd((what, value), connector.Name) && owners[(what, value)] != connector.Name)
                {
                    yield return ConnectDiagnostics.Shared.At($"connectors[{connector.Name}]", connector.Name, owners[(what, value)], what, value);
                }
            }
        }
    }

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex ClusterName();

    [GeneratedRegex(@"\A(?=.{1,253}\z)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\z")]
    private static partial Regex ConnectorName();
}
