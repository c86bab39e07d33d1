using System.Text;

namespace Mesh.Sdk.Kafka.Replication.Filters;

/// <summary>Reads a regular expression of Java and writes it for .NET. What has no equal is refused with what to write instead.</summary>
internal sealed class JavaRegexReader(string pattern)
{
    // The dot of Java stops at every line terminator, that of .NET at the line feed alone.
    private const string Dot = @"[^\n\r\u0085\u2028\u2029]";

    private readonly StringBuilder _text = new();
    private readonly JavaRegexEscapes _escapes = new(pattern);
    private int _position;
    private int _depth;
    private bool _canRepeat;

    /// <summary>Gets whether the pattern can't be matched in linear time.</summary>
    public bool NeedsBacktracking { get; private set; }

    /// <summary>Returns the pattern for .NET.</summary>
    /// <exception cref="FormatException">It is not one of Java, or has no equal.</exception>
    public string Translate()
    {
        while (_position < pattern.Length)
        {
            ReadNext();
        }

        return _depth == 0 ? _text.ToString() : throw new FormatException("a group is not closed.");
    }

    private void ReadNext()
    {
        char c = pattern[_position];
        switch (c)
        {
            case '\\':
                ReadEscape();
                break;
            case '[':
                _text.Append(new JavaRegexClass(pattern, _escapes).Read(ref _position));
                _canRepeat = true;
                break;
            case '(':
                ReadGroup();
                break;
            case ')':
                CloseGroup();
                break;
            case '*' or '+' or '?' or '{':
                ReadRepetition();
                break;
            default:
                _position++;
                _text.Append(c == '.' ? Dot : c.ToString());
                _canRepeat = c != '|';
                break;
        }
    }

    private void ReadEscape()
    {
        _canRepeat = true;
        char kind = _position + 1 < pattern.Length ? pattern[_position + 1] : throw new FormatException("a backslash stands at the end.");
        switch (kind)
        {
            case 'Q':
                int start = _position + 2;
                int end = pattern.IndexOf(@"\E", start, StringComparison.Ordinal) is var found and >= 0 ? found : pattern.Length;
                _text.Append(string.Concat(pattern[start..end].Select(JavaRegexEscapes.Literal)));
                _position = Math.Min(pattern.Length, end + 2);
                break;
            case 'b' or 'B' or 'A' or 'z' or 'Z':
                _text.Append('\\').Append(kind);
                _position += 2;
                break;
            case >= '1' and <= '9' or 'k' or 'G' or 'R' or 'X' or 'N':
                throw new FormatException($@"'\{kind}' has no equal here; write the pattern without it.");
            default:
                string? set = _escapes.ReadSet(ref _position);
                _text.Append(set is null ? JavaRegexEscapes.Literal(_escapes.ReadCharacter(ref _position)) : $"[{set}]");
                break;
        }
    }

    private void ReadGroup()
    {
        _canRepeat = false;
        _depth++;
        foreach (string opening in (ReadOnlySpan<string>)["(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?i:"])
        {
            if (At(opening))
            {
                NeedsBacktracking |= opening is not ("(?:" or "(?i:");
                Append(opening);
                return;
            }
        }

        if (At("(?i)"))
        {
            // Holds up to the end of the group around it and is none itself.
            _depth--;
            Append("(?i)");
        }
        else if (At("(?<"))
        {
            int end = pattern.IndexOf('>', _position);
            string name = end < 0 ? "" : pattern[(_position + 3)..end];
            bool isName = name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit);
            Append(isName ? pattern[_position..(end + 1)] : throw new FormatException("a group has no legal name."));
        }
        else if (At("(?"))
        {
            throw new FormatException("only (?:…), (?<name>…), look-around, (?>…) and the flag (?i) are known here.");
        }
        else
        {
            Append("(");
        }
    }

    private void CloseGroup()
    {
        if (--_depth < 0)
        {
            throw new FormatException("a ')' closes no group.");
        }

        Append(")");
        _canRepeat = true;
    }

    private void ReadRepetition()
    {
        if (!_canRepeat)
        {
            throw new FormatException($"'{pattern[_position]}' stands where nothing can be repeated.");
        }

        int start = _position++;
        if (pattern[start] == '{')
        {
            _position = EndOfCount(start);
        }

        if (_position < pattern.Length && pattern[_position] == '+')
        {
            throw new FormatException($"the possessive '{pattern[start..(_position + 1)]}' has no equal here; write the pattern without the last '+'.");
        }

        _position += _position < pattern.Length && pattern[_position] == '?' ? 1 : 0;
        _text.Append(pattern, start, _position - start);
        _canRepeat = false;
    }

    // A brace is never literal in Java; a comma in it has already been taken for the end of an item.
    private int EndOfCount(int start)
    {
        int end = pattern.IndexOf('}', start);
        string[] bounds = end < 0 ? [] : pattern[(start + 1)..end].Split(',');
        bool isCount = bounds is [_] or [_, _]
            && IsNumber(bounds[0])
            && (bounds is [_] or [_, ""] || (IsNumber(bounds[1]) && int.Parse(bounds[0], null) <= int.Parse(bounds[1], null)));
        return isCount ? end + 1 : throw new FormatException("'{' must start a count such as {2}; a comma ends the pattern in a list, so {1,2} can't be written.");
    }

    private static bool IsNumber(string text) => text.Length is > 0 and < 10 && text.All(char.IsAsciiDigit);

    private bool At(string text) => string.CompareOrdinal(pattern, _position, text, 0, text.Length) == 0;

    private void Append(string text)
    {
        _text.Append(text);
        _position += text.Length;
    }
}
