using YamlDotNet.Core;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>Finds the tab that a parser stumbled over; the parser itself points at a line before it, or at none.</summary>
internal static class TabIndentation
{
    /// <summary>Returns line and column in the document of the first tab that indents, from the place of an error on.</summary>
    /// <param name="yaml">The document.</param>
    /// <param name="error">What the parser says.</param>
    /// <param name="line">Line of the document up to which all is well.</param>
    public static (int Line, int Column)? Find(string yaml, YamlException error, long line)
    {
        if (!error.Message.Contains(" tab ", StringComparison.Ordinal))
        {
            return null;
        }

        long first = Math.Max(line, error.End.Line);
        int number = 0;
        foreach (ReadOnlySpan<char> text in yaml.AsSpan().EnumerateLines())
        {
            int tab = text.IndexOfAnyExcept(' ');
            if (++number >= first && tab >= 0 && text[tab] == '\t' && text[tab..].TrimStart(" \t") is not ([] or ['#', ..]))
            {
                return (number, tab + 1);
            }
        }

        return null;
    }
}
