using System.Text.RegularExpressions;

namespace Mesh.Sdk.Kafka.Replication.Filters;

/// <summary>Compiles Java's regular expressions to ones of .NET that match the same whole names, in linear time where that can be.</summary>
internal static class JavaRegex
{
    /// <summary>Compiles a pattern that must match a whole name.</summary>
    /// <param name="pattern">Pattern in the syntax of <c>java.util.regex</c>.</param>
    /// <param name="timeout">How long a pattern that needs backtracking may take.</param>
    /// <param name="problem">What is wrong, and what to write instead.</param>
    public static Regex? Compile(string pattern, TimeSpan timeout, out string? problem)
    {
        try
        {
            JavaRegexReader reader = new(pattern);
            string translated = $@"\A(?:{reader.Translate()})\z";
            problem = null;
            return reader.NeedsBacktracking ? Backtracking(translated, timeout) : Linear(translated, timeout);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            problem = $"'{pattern}' is not taken: {e.Message}";
            return null;
        }
    }

    private static Regex Linear(string pattern, TimeSpan timeout)
    {
        try
        {
            return new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            // Too many states, as of large repetition counts.
            return Backtracking(pattern, timeout);
        }
    }

    private static Regex Backtracking(string pattern, TimeSpan timeout) => new(pattern, RegexOptions.CultureInvariant, timeout);
}
