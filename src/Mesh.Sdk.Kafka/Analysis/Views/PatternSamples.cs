namespace Mesh.Sdk.Kafka.Analysis.Views;

/// <summary>
/// Makes a few names that a Java regular expression probably matches. Whoever uses them asks the expression itself, so a wrong one does no
/// harm and a missing one leaves a rule silent.
/// </summary>
internal sealed class PatternSamples
{
    private const int MaxSamples = 6;
    private const int MaxLength = 100;
    private const int MaxDepth = 20;

    private readonly string _pattern;
    private int _position;

    private PatternSamples(string pattern) => _pattern = pattern;

    public static IReadOnlyList<string> Of(string pattern) => new PatternSamples(pattern).ReadChoice(depth: 0);

    /// <summary>Returns the name that an expression without special characters, but for dots, stands for; <see langword="null"/> if it has some.</summary>
    public static string? PlainName(string pattern)
    {
        string name = pattern.Replace(@"\.", ".", StringComparison.Ordinal).Replace(@"\-", "-", StringComparison.Ordinal);
        return name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') ? name : null;
    }

    private char? Peek => _position < _pattern.Length ? _pattern[_position] : null;

    private string[] ReadChoice(int depth)
    {
        List<string> samples = [.. ReadSequence(depth)];
        while (Peek == '|')
        {
            _position++;
            samples.AddRange(ReadSequence(depth));
        }

        return Few(samples);
    }

    private string[] ReadSequence(int depth)
    {
        string[] samples = [""];
        while (Peek is not (null or '|' or ')') && depth < MaxDepth)
        {
            string[] repeated = ReadRepetition(ReadAtom(depth));
            samples = Few(from sample in samples from next in repeated select sample + next);
        }

        return samples;
    }

    private string[] ReadAtom(int depth)
    {
        char first = _pattern[_position++];
        return first switch
        {
            '(' => ReadGroup(depth),
            '[' => ReadClass(),
            '\\' => [ReadEscape()],
            '.' => ["x"],
            '^' or '$' => [""],
            _ => [first.ToString()],
        };
    }

    private string[] ReadGroup(int depth)
    {
        if (Peek == '?')
        {
            _position = _pattern.IndexOfAny([':', '>', ')'], _position) is var end and >= 0 ? end + 1 : _pattern.Length;
        }

        string[] samples = ReadChoice(depth + 1);
        _position += Peek == ')' ? 1 : 0;
        return samples;
    }

    private string[] ReadClass()
    {
        bool isNegated = Peek == '^';
        _position += isNegated ? 1 : 0;
        string first = Peek == '\\' && _position + 1 < _pattern.Length ? _pattern[_position + 1].ToString() : Peek?.ToString() ?? "";
        _position = _pattern.IndexOf(']', _position) is var end and >= 0 ? end + 1 : _pattern.Length;
        return isNegated ? ["x", "0", "-"] : [first];
    }

    private string ReadEscape()
    {
        char? escaped = Peek;
        _position += escaped is null ? 0 : 1;
        return escaped switch
        {
            null => "",
            'd' => "0",
            'w' or 'S' or 'D' => "x",
            'Q' => ReadQuoted(),
            { } c => c.ToString(),
        };
    }

    private string ReadQuoted()
    {
        int end = _pattern.IndexOf(@"\E", _position, StringComparison.Ordinal) is var found and >= 0 ? found : _pattern.Length;
        string quoted = _pattern[_position..end];
        _position = Math.Min(end + 2, _pattern.Length);
        return quoted;
    }

    private string[] ReadRepetition(string[] samples)
    {
        switch (Peek)
        {
            case '*' or '?':
                _position++;
                SkipMode();
                return [.. samples, ""];
            case '+':
                _position++;
                SkipMode();
                return samples;
            case '{':
                int start = ++_position;
                _position = _pattern.IndexOf('}', start) is var end and >= 0 ? end + 1 : _pattern.Length;
                int times = int.TryParse(_pattern.AsSpan(start..Math.Max(start, _position - 1)).ToString().Split(',')[0], out int least) ? Math.Clamp(least, 0, MaxLength) : 1;
                SkipMode();
                return [.. samples.Select(s => string.Concat(Enumerable.Repeat(s, times)))];
            default:
                return samples;
        }
    }

    private void SkipMode() => _position += Peek is '?' or '+' ? 1 : 0;

    private static string[] Few(IEnumerable<string> samples) => [.. samples.Where(s => s.Length <= MaxLength).Distinct().Take(MaxSamples)];
}
