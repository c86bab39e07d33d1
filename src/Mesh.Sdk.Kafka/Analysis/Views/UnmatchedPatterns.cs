using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Kafka.Analysis.Views;

/// <summary>The patterns of a list that match none of the names that are there.</summary>
internal static class UnmatchedPatterns
{
    /// <summary>Returns each such pattern with what was probably meant, as the end of a message.</summary>
    public static IReadOnlyList<(string Pattern, string Hint)> Of(IEnumerable<NamePattern> patterns, IReadOnlyList<string> names)
    {
        List<NamePattern> unmatched = [.. patterns];
        foreach (string name in names)
        {
            if (unmatched.Count == 0)
            {
                break;
            }

            unmatched.RemoveAll(pattern => pattern.Matches(name));
        }

        return names.Count == 0 ? [] : [.. unmatched.Where(p => p.IsKnown).Select(p => (p.Text, Hint(p, names)))];
    }

    // Who thinks of a search expects a part of a name to do.
    private static string Hint(NamePattern pattern, IReadOnlyList<string> names)
    {
        if (pattern.PlainName is not { } part || names.FirstOrDefault(n => n.Contains(part, StringComparison.Ordinal)) is not { } name)
        {
            return Suggestion.For(pattern.PlainName ?? pattern.Text, names);
        }

        string whole = name.StartsWith(part, StringComparison.Ordinal) ? $"{pattern.Text}.*" : $".*{pattern.Text}.*";
        return $" A pattern must match a whole name, as '{whole}' matches '{name}'.";
    }
}
