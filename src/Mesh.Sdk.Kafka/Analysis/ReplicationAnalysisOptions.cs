using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Analysis;

/// <summary>What is known beside the definition, and what is reported.</summary>
public sealed record ReplicationAnalysisOptions
{
    /// <summary>Nothing is known beside the definition, and everything is reported.</summary>
    public static readonly ReplicationAnalysisOptions Default = new();

    /// <summary>Gets what runs MirrorMaker; <see langword="null"/> if that is not told.</summary>
    public MirrorMakerEngine? Engine { get; init; }

    /// <summary>
    /// Gets the aliases that workers run for: the cluster that a Connect cluster is attached to, the target of a <c>KafkaMirrorMaker2</c>, what
    /// dedicated mode is given as <c>--clusters</c>. Unset means every target.
    /// </summary>
    public EquatableList<string> WorkerTargets { get; init; }

    /// <summary>Gets the number of processes for each target in dedicated mode. 1 by default.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>Gets whether the processes of dedicated mode have their internal REST server. Off by default, as Kafka has it.</summary>
    public bool HasInternalRest { get; init; }

    /// <summary>Gets how long a flow may stand still without loss; <see langword="null"/> if that is not told.</summary>
    public TimeSpan? ToleratedOutage { get; init; }

    /// <summary>Gets what is known of the Kafka clusters by alias.</summary>
    public EquatableMap<KnownKafkaCluster> Clusters { get; init; } = [];

    /// <summary>Gets the findings to live with; they are kept apart, with the reason.</summary>
    public EquatableList<DiagnosticSuppression> Suppressions { get; init; }

    /// <summary>Gets the least severity that is reported.</summary>
    public DiagnosticSeverity MinimumSeverity { get; init; } = DiagnosticSeverity.Info;

    /// <summary>Returns the options with what is known of one more Kafka cluster.</summary>
    public ReplicationAnalysisOptions Knowing(string alias, KnownKafkaCluster cluster)
    {
        ArgumentNullException.ThrowIfNull(alias);
        ArgumentNullException.ThrowIfNull(cluster);
        return this with { Clusters = Clusters.With(alias, cluster) };
    }
}
