namespace Mesh.Sdk.Diagnostics;

/// <summary>How much a finding matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>Accepted by the platform, but it will not do what it seems to.</summary>
    Warning,

    /// <summary>Contradictory or refused by the platform. A definition with one cannot be built.</summary>
    Error,
}
