using System.Globalization;

namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>Rows for people.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    public static string Of<T>(IEnumerable<T> items, params (string Title, Func<T, string> Cell)[] columns)
    {
        string[][] rows = [[.. columns.Select(c => c.Title)], .. items.Select(item => columns.Select(c => c.Cell(item)).ToArray())];
        int[] widths = [.. columns.Select((_, i) => rows.Max(r => r[i].Length))];
        return string.Concat(rows.Select(r => string.Join(Gap, r.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd() + "\n"));
    }

    public static string Cell(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
