namespace HybridFailover;

/// <summary>Prints rows under headings, columns as wide as they need to be.</summary>
internal static class Table
{
    private const int Width = 130;

    public static void Print(string[] headings, IEnumerable<string[]> rows)
    {
        string[][] lines = [headings, .. rows];
        int[] widths = [.. headings.Select((_, column) => lines.Max(line => line[column].Length))];
        foreach (string[] line in lines)
        {
            Console.WriteLine(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    /// <summary>Prints a text in lines of readable length, under its heading.</summary>
    public static void PrintIndented(string text)
    {
        string line = "       ";
        foreach (string word in text.Split(' '))
        {
            if (line.Length + word.Length > Width)
            {
                Console.WriteLine(line);
                line = "       ";
            }

            line += $" {word}";
        }

        Console.WriteLine(line);
    }
}
