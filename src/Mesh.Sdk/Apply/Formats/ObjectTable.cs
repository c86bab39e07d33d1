using System.Text;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Formats;

/// <summary>A table with a row an object and, below it, why it failed.</summary>
internal static class ObjectTable
{
    private const string Gap = "  ";

    /// <summary>Returns a table.</summary>
    /// <param name="header">The name of the first column, such as <c>STATUS</c>.</param>
    /// <param name="rows">The objects.</param>
    /// <param name="findings">What is about no object.</param>
    /// <param name="totals">The last line.</param>
    public static string Of(string header, IEnumerable<Row> rows, DiagnosticReport findings, string totals)
    {
        (string[] Cells, Diagnostic? Reason)[] all =
        [
            ([header, "CLUSTER", "KIND", "NAMESPACE", "NAME", "DETAILS"], null),
            .. rows.Select(r => (Cells(r), r.Reason)),
        ];
        int[] widths = [.. all[0].Cells.Select((_, i) => all.Max(r => r.Cells[i].Length))];
        StringBuilder text = new();
        foreach ((string[] cells, Diagnostic? reason) in all.Length > 1 ? all : [])
        {
            text.Append(string.Join(Gap, cells.Select((c, i) => c.PadRight(widths[i]))).TrimEnd()).Append('\n');
            if (reason is not null)
            {
                string indent = new(' ', widths[0] + Gap.Length);
                text.Append(indent).Append(reason.Code).Append(": ").Append(ApplyWords.OneLine(reason.Message)).Append('\n');
                text.Append(indent).Append("-> ").Append(ApplyWords.OneLine(reason.Remedy)).Append('\n');
            }
        }

        foreach (Diagnostic finding in findings)
        {
            text.Append(ApplyWords.OneLine(finding.ToString())).Append('\n');
        }

        return text.Append(text.Length > 0 ? "\n" : "").Append(totals).Append('\n').ToString();
    }

    private static string[] Cells(Row row) =>
    [
        row.State,
        .. new[] { row.Key.Cluster, row.Key.Kind, row.Key.Namespace, row.Key.Name, row.Details }.Select(c => c.Length == 0 ? "-" : ApplyWords.OneLine(c)),
    ];

    /// <summary>An object and what is said of it.</summary>
    internal sealed record Row(string State, ResourceKey Key, string Details, Diagnostic? Reason);
}
