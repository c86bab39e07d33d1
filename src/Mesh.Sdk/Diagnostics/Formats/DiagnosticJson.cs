using System.Text.Json;

namespace Mesh.Sdk.Diagnostics.Formats;

/// <summary>A report for programs.</summary>
internal static class DiagnosticJson
{
    public static string Of(DiagnosticReport report) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        WriteSummary(json, report);
        WriteList(json, "diagnostics", report);
        json.WriteStartArray("suppressed");
        foreach (SuppressedDiagnostic suppressed in report.Suppressed)
        {
            Write(json, suppressed.Diagnostic, suppressed.Reason);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static void WriteList(Utf8JsonWriter json, string name, DiagnosticReport report)
    {
        json.WriteStartArray(name);
        foreach (Diagnostic diagnostic in report)
        {
            Write(json, diagnostic, null);
        }

        json.WriteEndArray();
    }

    private static void WriteSummary(Utf8JsonWriter json, DiagnosticReport report)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("errors", report.Count(d => d.Severity == DiagnosticSeverity.Error));
        json.WriteNumber("warnings", report.Count(d => d.Severity == DiagnosticSeverity.Warning));
        json.WriteNumber("infos", report.Count(d => d.Severity == DiagnosticSeverity.Info));
        json.WriteNumber("suppressed", report.Suppressed.Count);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Diagnostic diagnostic, string? reason)
    {
        json.WriteStartObject();
        json.Text("code", diagnostic.Code);
        json.Text("severity", SeverityText.Of(diagnostic.Severity));
        json.TextIfSet("object", diagnostic.Object);
        json.Text("path", diagnostic.Path);
        json.Text("message", diagnostic.Message);
        json.Text("remedy", diagnostic.Remedy);
        json.TextIfSet("istioCode", diagnostic.IstioCode);
        json.TextIfSet("fix", diagnostic.Fix?.Description);
        json.Text("help", diagnostic.HelpLink);
        if (diagnostic.Position is { } position)
        {
            json.WriteStartObject("position");
            json.Text("source", position.Source);
            json.WriteNumber("line", position.Line);
            json.WriteNumber("column", position.Column);
            json.WriteEndObject();
        }

        json.TextIfSet("reason", reason);
        json.WriteEndObject();
    }
}
