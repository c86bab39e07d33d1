using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis;

/// <summary>How objects are analyzed and what is reported.</summary>
public sealed record AnalysisOptions
{
    /// <summary>Istio's defaults, and everything is reported.</summary>
    public static readonly AnalysisOptions Default = new();

    /// <summary>Gets what the mesh config decides.</summary>
    public MeshDefaults Defaults { get; init; } = MeshDefaults.Istio;

    /// <summary>Gets further parts of the analysis, such as those of Mesh.Sdk.Kafka; they have their say after all others.</summary>
    public EquatableList<IAnalyzer> Analyzers { get; init; }

    /// <summary>Gets the findings to live with; they are kept apart, with the reason.</summary>
    public EquatableList<DiagnosticSuppression> Suppressions { get; init; }

    /// <summary>Gets where the objects were read, which gives findings their position.</summary>
    public SourceMap Sources { get; init; } = SourceMap.Empty;

    /// <summary>Gets the clock by which certificates are expired.</summary>
    /// <value>The clock of the machine by default.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets the least severity that is reported.</summary>
    public DiagnosticSeverity MinimumSeverity { get; init; } = DiagnosticSeverity.Info;
}
