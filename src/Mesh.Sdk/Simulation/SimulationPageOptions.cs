using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>How the page of a report is written.</summary>
public sealed record SimulationPageOptions
{
    /// <summary>Gets the title. <see langword="null"/> names the mesh.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the findings that the page lists, such as those of an analysis. <see langword="null"/> means those of mesh and scenario.</summary>
    public DiagnosticReport? Diagnostics { get; init; }

    /// <summary>Gets further charts, shown below those of the traffic.</summary>
    public EquatableList<SimulationChart> Charts { get; init; } = [];

    /// <summary>Gets how large the page may become, in bytes; 3 million by default.</summary>
    /// <remarks>Beyond it, values are averaged over longer times, then the series with the least traffic are left out. The page says so.</remarks>
    public int MaxBytes { get; init; } = 3_000_000;
}
