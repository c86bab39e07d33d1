namespace HybridFailover;

/// <summary>Prints rows under headings, columns as wide as they need to be.</summary>
internal static class Table
{
    public static void Print(string[] headings, IEnumerable<string[]> rows)
    {
        string[][] lines = [headings, .. rows];
        int[] widths = [.. headings.Select((_, column) => lines.Max(line => line[column].Length))];
        foreach (string[] line in lines)
        {
            Console.WriteLine(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
