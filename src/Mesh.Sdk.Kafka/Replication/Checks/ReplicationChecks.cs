using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Kafka.Replication.Checks;

/// <summary>All checks of a topology.</summary>
internal static class ReplicationChecks
{
    public static DiagnosticReport Run(ReplicationTopology topology)
    {
        List<Diagnostic> findings = [];
        HashSet<string> aliases = new(StringComparer.Ordinal);
        foreach (ReplicationCluster cluster in topology.Clusters)
        {
            if (!aliases.Add(cluster.Alias))
            {
                findings.Add(ReplicationDiagnostics.DuplicateCluster.At($"clusters[{cluster.Alias}]", cluster.Alias));
            }

            findings.AddRange(ClusterChecks.Run(cluster));
        }

        PatternProblems patterns = new();
        HashSet<SourceAndTarget> directions = [];
        foreach (ReplicationFlow flow in topology.Flows)
        {
            if (!directions.Add(flow.Direction))
            {
                findings.Add(ReplicationDiagnostics.DuplicateFlow.At($"flows[{flow.Direction}]", flow.Direction));
            }

            findings.AddRange(FlowChecks.Run(flow, aliases, patterns));
        }

        return new(findings);
    }
}
