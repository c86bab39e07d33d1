using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Services;
using Mesh.Sdk.Kafka.Analysis.Views;
using Mesh.Sdk.Kafka.MirrorMaker.Connectors;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Usage;

namespace Mesh.Sdk.Kafka.Analysis;

/// <summary>Finds mistakes in flows before MirrorMaker, or an outage, does. The same input gives the same report.</summary>
public static class KafkaAnalysis
{
    /// <summary>Looks for what is taken and will not work: flows that run in circles, positions that are never synced, settings without effect.</summary>
    public static DiagnosticReport Analyze(this ReplicationTopology topology) => topology.Analyze(ReplicationAnalysisOptions.Default);

    /// <summary>Looks for what is taken and will not work, with what is known of the clusters and of what runs MirrorMaker.</summary>
    /// <param name="topology">Clusters and flows. What <see cref="ReplicationTopology.Check"/> finds is part of the report.</param>
    /// <param name="options">What is known, and what is reported.</param>
    public static DiagnosticReport Analyze(this ReplicationTopology topology, ReplicationAnalysisOptions options)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentNullException.ThrowIfNull(options);
        return Reported(FindIn(topology, new(topology, options)), options);
    }

    /// <summary>Looks at connectors as Kafka Connect would be given them, be they rendered or not.</summary>
    /// <param name="connectors">Connectors; those of one flow are compared.</param>
    public static DiagnosticReport Analyze(this IEnumerable<ConnectorConfig> connectors)
    {
        ArgumentNullException.ThrowIfNull(connectors);
        FindingSink sink = new();
        ReplicationRules.FindIn([.. connectors], sink);
        return new(sink.Diagnostics);
    }

    /// <summary>Looks at the flows, and whether they bring to each region what the services that fail over to it need.</summary>
    public static DiagnosticReport Analyze(this KafkaUsage usage) => usage.Analyze(ReplicationAnalysisOptions.Default);

    /// <summary>Looks at the flows, and whether they bring to each region what the services that fail over to it need.</summary>
    /// <param name="usage">Mesh, flows, and the topics of services. The mesh itself is analyzed by <c>mesh.Analyze()</c>.</param>
    /// <param name="options">What is known, and what is reported.</param>
    public static DiagnosticReport Analyze(this KafkaUsage usage, ReplicationAnalysisOptions options)
    {
        ArgumentNullException.ThrowIfNull(usage);
        ArgumentNullException.ThrowIfNull(options);
        ReplicationModel model = new(usage.Topology, options);
        FindingSink sink = new();
        ReplicationRules.FindIn(new ServiceModel(usage, model), sink);
        return Reported(FindIn(usage.Topology, model).Concat(sink.Diagnostics), options);
    }

    // A rule that says more of a setting covers what the check of the definition says.
    private static IEnumerable<Diagnostic> FindIn(ReplicationTopology topology, ReplicationModel model)
    {
        FindingSink sink = new();
        ReplicationRules.FindIn(model, sink);
        HashSet<(string Path, string Code)> covered = [.. from finding in sink.Diagnostics
                                                          from code in ReplicationRules.CoveredBy(finding.Code)
                                                          select (finding.Path, code)];
        return topology.Check().Where(d => !covered.Contains((d.Path, d.Code))).Concat(sink.Diagnostics);
    }

    private static DiagnosticReport Reported(IEnumerable<Diagnostic> findings, ReplicationAnalysisOptions options) =>
        new DiagnosticReport(findings).Suppress(options.Suppressions).AtLeast(options.MinimumSeverity);
}
