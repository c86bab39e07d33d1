using System.Globalization;
using System.Text;

namespace Mesh.Sdk.Diagnostics.Formats;

/// <summary>A report for people: a row per finding, message and remedy below it.</summary>
internal static class DiagnosticTable
{
    private const string Gap = "  ";
    private static readonly string[] Header = ["SEVERITY", "CODE", "OBJECT", "PATH", "POSITION"];

    public static string Of(DiagnosticReport report)
    {
        StringBuilder text = new();
        Add(text, [.. report.Select(d => (d, default(string)))]);
        if (report.Suppressed.Count > 0)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append("Suppressed:\n");
            Add(text, [.. report.Suppressed.Select(s => (s.Diagnostic, (string?)s.Reason))]);
        }

        return text.Append(text.Length > 0 ? "\n" : "").Append(Totals(report)).Append('\n').ToString();
    }

    private static void Add(StringBuilder text, (Diagnostic Diagnostic, string? Reason)[] findings)
    {
        if (findings.Length == 0)
        {
            return;
        }

        string[][] rows = [Header, .. findings.Select(f => Cells(f.Diagnostic))];
        int[] widths = [.. Enumerable.Range(0, Header.Length).Select(i => rows.Max(r => r[i].Length))];
        Append(text, Header, widths);
        for (int i = 0; i < findings.Length; i++)
        {
            (Diagnostic diagnostic, string? reason) = findings[i];
            string indent = new(' ', widths[0] + Gap.Length);
            Append(text, rows[i + 1], widths);
            text.Append(indent).Append(OneLine(diagnostic.Message)).Append('\n');
            text.Append(indent).Append("-> ").Append(OneLine(diagnostic.Remedy)).Append('\n');
            if (reason is not null)
            {
                text.Append(indent).Append("suppressed: ").Append(OneLine(reason)).Append('\n');
            }
        }
    }

    private static string[] Cells(Diagnostic diagnostic) =>
    [
        SeverityText.Of(diagnostic.Severity),
        OneLine(diagnostic.Code),
        OneLine(diagnostic.Object ?? "-"),
        OneLine(diagnostic.Path.Length == 0 ? "-" : diagnostic.Path),
        OneLine(diagnostic.Position?.ToString() ?? "-"),
    ];

    private static void Append(StringBuilder text, string[] cells, int[] widths)
    {
        string row = string.Join(Gap, cells.Select((cell, i) => cell.PadRight(widths[i])));
        text.Append(row.TrimEnd()).Append('\n');
    }

    private static string Totals(DiagnosticReport report)
    {
        int errors = report.Count(d => d.Severity == DiagnosticSeverity.Error);
        int warnings = report.Count(d => d.Severity == DiagnosticSeverity.Warning);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{errors} error(s), {warnings} warning(s), {report.Count - errors - warnings} info(s), {report.Suppressed.Count} suppressed");
    }

    // Values of hostile texts must not draw rows.
    private static string OneLine(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
}
