namespace Mesh.Sdk.Diagnostics;

/// <summary>A definition contradicts itself. Carries every finding, not just the first.</summary>
public sealed class MeshDefinitionException : Exception
{
    /// <summary>Makes the exception from the findings of a definition.</summary>
    public MeshDefinitionException(DiagnosticReport report)
        : base(Describe(report)) => Report = report;

    /// <summary>Gets every finding, warnings included.</summary>
    public DiagnosticReport Report { get; }

    private static string Describe(DiagnosticReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $"The definition has {report.Errors.Count()} error(s).{Environment.NewLine}{report}";
    }
}
