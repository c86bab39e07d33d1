namespace Mesh.Sdk.Diagnostics.Formats;

/// <summary>The words for severities.</summary>
internal static class SeverityText
{
    public static string Of(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };
}
