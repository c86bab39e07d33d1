using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Resources;

/// <summary>A text could not be read as resources. Carries every finding, not just the first.</summary>
public sealed class ResourceReadException : Exception
{
    /// <summary>Makes the exception from the findings.</summary>
    public ResourceReadException(DiagnosticReport report)
        : base(report?.ToString())
    {
        ArgumentNullException.ThrowIfNull(report);
        Report = report;
    }

    /// <summary>Gets every finding, with its place in the text.</summary>
    public DiagnosticReport Report { get; }
}
