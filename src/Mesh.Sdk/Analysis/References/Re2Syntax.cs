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
            error = Parse(expression);
            _known.Add(expression, error);
        }

        return error;
    }

    private static string? Parse(string expression)
    {
        // Without what .NET takes for something else: literal text, escaped characters, classes of characters.
        string plain = Class().Replace(Escaped().Replace(Literal().Replace(expression, "a"), "a"), "a");
        if (Foreign().Match(plain) is { Success: true } foreign)
        {
            return $"'{foreign.Value}' does not exist there.";
        }

        if (Repetitions().Matches(plain).Any(match => !int.TryParse(match.Groups["count"].Value, out int count) || count > MaxRepetitions))
        {
            return $"More than {MaxRepetitions} repetitions.";
        }

        try
        {
            // Parsed only, never run.
            _ = new Regex(ToDotNet(expression), RegexOptions.CultureInvariant);
            return null;
        }
        catch (RegexParseException e)
        {
            // Its message shows the expression, which may be meant to stay secret.
            return $"{Words().Replace(e.Error.ToString(), " $0").Trim().ToLowerInvariant()}.";
        }
    }

    // What both know but write in different ways: named groups, flags, literal text, ASCII classes.
    private static string ToDotNet(string expression)
    {
        string literal = Literal().Replace(expression, match => Regex.Escape(match.Groups["text"].Value));
        string plain = OneLetterCategory().Replace(AsciiClass().Replace(literal, "a-z"), @"\${kind}{${letter}}");
        return plain.Replace("(?P<", "(?<", StringComparison.Ordinal).Replace("(?U", "(?i", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\\Q(?<text>.*?)(\\E|\z)", RegexOptions.Singleline)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\\[^1-9kGZ]", RegexOptions.Singleline)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"\[\^?\]?(\[:\^?[a-z]+:\]|[^\]])*\]", RegexOptions.Singleline)]
    private static partial Regex Class();

    [GeneratedRegex(@"\(\?<?[=!]|\(\?[>(#]|\(\?[a-zA-Z]*[nx]|\\[1-9kGZ]")]
    private static partial Regex Foreign();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Words();

    [GeneratedRegex(@"\[:\^?[a-z]+:\]")]
    private static partial Regex AsciiClass();

    [GeneratedRegex(@"\\(?<kind>[pP])(?<letter>[A-Z])")]
    private static partial Regex OneLetterCategory();

    [GeneratedRegex(@"\{[\d,]*?(?<count>\d{4,})[\d,]*\}")]
    private static partial Regex Repetitions();
}
