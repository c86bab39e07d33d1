using System.Text.RegularExpressions;

namespace Mesh.Sdk.Analysis.References;

/// <summary>The syntax of regular expressions in Go and Envoy; each expression is looked at once.</summary>
/// <remarks>Source: github.com/google/re2, <c>doc/syntax.txt</c>.</remarks>
internal sealed partial class Re2Syntax
{
    private const int MaxRepetitions = 1000;

    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

    /// <summary>Returns what is wrong with an expression; <see langword="null"/> if nothing is.</summary>
    public string? ErrorIn(string expression)
    {
        if (!_known.TryGetValue(expression, out string? error))
        {
            error = Compile(expression);
            _known.Add(expression, error);
        }

        return error;
    }

    private static string? Compile(string expression)
    {
        if (Repetitions().Matches(expression).Any(match => !int.TryParse(match.Groups["count"].Value, out int count) || count > MaxRepetitions))
        {
            return $"More than {MaxRepetitions} repetitions.";
        }

        try
        {
            // The engine without backtracking refuses what RE2 refuses.
            _ = new Regex(ToDotNet(expression), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return e.Message;
        }
    }

    // What both know but write in different ways: named groups, literal text, ASCII classes.
    private static string ToDotNet(string expression)
    {
        string literal = Literal().Replace(expression, match => Regex.Escape(match.Groups["text"].Value));
        return AsciiClass().Replace(literal.Replace("(?P<", "(?<", StringComparison.Ordinal), "a-z");
    }

    [GeneratedRegex(@"\\Q(?<text>.*?)(\\E|\z)", RegexOptions.Singleline)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\[:\^?[a-z]+:\]")]
    private static partial Regex AsciiClass();

    [GeneratedRegex(@"(?<!\\)\{\d*,?(?<count>\d+)\}")]
    private static partial Regex Repetitions();
}
