using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Replication.Checks;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Replication;

/// <summary>Kafka clusters and the flows between them: what a user declares, checked. Immutable; compares by value, lists included.</summary>
public sealed record ReplicationTopology
{
    /// <summary>Gets the clusters in the order of their declaration.</summary>
    public EquatableList<ReplicationCluster> Clusters { get; init; } = [];

    /// <summary>Gets the flows in the order of their declaration.</summary>
    public EquatableList<ReplicationFlow> Flows { get; init; } = [];

    /// <summary>Defines clusters and flows.</summary>
    /// <exception cref="MeshDefinitionException">The definition has errors; the exception carries all findings.</exception>
    public static ReplicationTopology Define(Action<ReplicationTopologyBuilder> configure)
    {
        DiagnosticReport report = TryDefine(configure, out ReplicationTopology? topology);
        return topology ?? throw new MeshDefinitionException(report);
    }

    /// <summary>Defines clusters and flows and returns every finding, warnings included.</summary>
    /// <param name="configure">Declares clusters and flows.</param>
    /// <param name="topology">The topology; <see langword="null"/> if a finding is an error.</param>
    public static DiagnosticReport TryDefine(Action<ReplicationTopologyBuilder> configure, out ReplicationTopology? topology)
    {
        ArgumentNullException.ThrowIfNull(configure);
        ReplicationTopologyBuilder builder = new();
        configure(builder);
        ReplicationTopology built = builder.Build();
        DiagnosticReport report = built.Check();
        topology = report.HasErrors ? null : built;
        return report;
    }

    /// <summary>Checks names, references, patterns and settings; also for a topology that was changed through <c>with</c>.</summary>
    public DiagnosticReport Check() => ReplicationChecks.Run(this);

    /// <summary>Returns the cluster of an alias; <see langword="null"/> if there is none.</summary>
    public ReplicationCluster? FindCluster(string alias) => Clusters.FirstOrDefault(c => c.Alias == alias);

    /// <summary>Returns the flow of a direction; <see langword="null"/> if there is none.</summary>
    public ReplicationFlow? FindFlow(string source, string target) => Flows.FirstOrDefault(f => f.Source == source && f.Target == target);

    /// <summary>Returns the secrets that renderings refer to, each once, in ordinal order.</summary>
    public IReadOnlyList<SecretReference> Secrets() =>
    [
        .. Clusters.SelectMany(c => c.Connection().Values.Concat(c.Settings.Values)).Concat(Flows.SelectMany(f => f.Settings.Values))
            .Select(value => value.Secret).OfType<SecretReference>().Distinct()
            .OrderBy(s => s.Secret, StringComparer.Ordinal).ThenBy(s => s.Key, StringComparer.Ordinal),
    ];
}
