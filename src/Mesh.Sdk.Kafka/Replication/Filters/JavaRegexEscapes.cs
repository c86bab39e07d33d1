using System.Globalization;

namespace Mesh.Sdk.Kafka.Replication.Filters;

/// <summary>The escapes of Java's regular expressions, outside and inside of brackets.</summary>
internal sealed class JavaRegexEscapes(string pattern)
{
    // Java's sets are those of ASCII, .NET's those of Unicode; hence the ranges. Source: java.util.regex.Pattern.
    private static readonly Dictionary<char, string> Sets = new()
    {
        ['d'] = "0-9",
        ['D'] = @"\0-/:-\uFFFF",
        ['w'] = "0-9A-Z_a-z",
        ['W'] = @"\0-/:-@\[-\^`\{-\uFFFF",
        ['s'] = @"\t-\r ",
        ['S'] = @"\0-\x08\x0E-\x1F!-\uFFFF",
        ['h'] = @" \t\xA0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000",
        ['v'] = @"\n-\r\x85\u2028\u2029",
    };

    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        ["Lower"] = "a-z",
        ["Upper"] = "A-Z",
        ["ASCII"] = @"\0-\x7F",
        ["Alpha"] = "A-Za-z",
        ["Digit"] = "0-9",
        ["Alnum"] = "0-9A-Za-z",
        ["Punct"] = @"!-/:-@\[-`\{-~",
        ["Graph"] = "!-~",
        ["Print"] = " -~",
        ["Blank"] = @" \t",
        ["Cntrl"] = @"\0-\x1F\x7F",
        ["XDigit"] = "0-9A-Fa-f",
        ["Space"] = @"\t-\r ",
    };

    private static readonly Dictionary<char, char> Characters = new()
    {
        ['t'] = '\t',
        ['n'] = '\n',
        ['r'] = '\r',
        ['f'] = '\f',
        ['a'] = '\a',
        ['e'] = '\u001b',
    };

    /// <summary>Writes a character so that it stands for itself, in brackets and outside.</summary>
    public static string Literal(char c) => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $@"\u{(int)c:X4}";

    /// <summary>Reads an escape that stands for several characters; <see langword="null"/> if it stands for one.</summary>
    public string? ReadSet(ref int position)
    {
        char kind = KindAt(position);
        if (Sets.TryGetValue(kind, out string? set))
        {
            position += 2;
            return set;
        }

        return kind is 'p' or 'P' ? ReadProperty(kind, ref position) : null;
    }

    /// <summary>Reads an escape that stands for one character.</summary>
    public char ReadCharacter(ref int position)
    {
        char kind = KindAt(position);
        position += 2;
        if (Characters.TryGetValue(kind, out char c))
        {
            return c;
        }

        return kind switch
        {
            'x' => ReadCode(ref position, 2, 16),
            'u' => ReadCode(ref position, 4, 16),
            '0' => ReadOctal(ref position),
            'c' when position < pattern.Length => (char)(pattern[position++] ^ 64),
            _ when char.IsAsciiLetterOrDigit(kind) => throw new FormatException($@"'\{kind}' is no escape of Java's that is known here."),
            _ => kind,
        };
    }

    private char KindAt(int position) =>
        position + 1 < pattern.Length ? pattern[position + 1] : throw new FormatException("a backslash stands at the end.");

    private string ReadProperty(char kind, ref int position)
    {
        int start = position + 2;
        bool isBraced = start < pattern.Length && pattern[start] == '{';
        int end = isBraced ? pattern.IndexOf('}', start) : start;
        if (end < 0 || end >= pattern.Length)
        {
            throw new FormatException($@"'\{kind}' names no class.");
        }

        string name = isBraced ? pattern[(start + 1)..end] : pattern[start..(end + 1)];
        position = end + 1;
        bool isCategory = name.Length is 1 or 2 && "LMNPSZC".Contains(name[0], StringComparison.Ordinal);
        return (kind, isCategory, Classes.GetValueOrDefault(name)) switch
        {
            (_, true, _) => $@"\{kind}{{{name}}}",
            ('p', _, { } set) => set,
            _ => throw new FormatException($@"the class '\{kind}{{{name}}}' has no equal here; write its characters in brackets."),
        };
    }

    private char ReadCode(ref int position, int digits, int radix)
    {
        int end = position + digits;
        string code = end <= pattern.Length ? pattern[position..end] : "";
        position = end;
        return code.Length == digits && code.All(char.IsAsciiHexDigit)
            ? (char)Convert.ToInt32(code, radix)
            : throw new FormatException("a character code is malformed.");
    }

    // Up to three digits, the first of three at most 3.
    private char ReadOctal(ref int position)
    {
        int start = position;
        while (position < pattern.Length && pattern[position] is >= '0' and <= '7' && position - start < (pattern[start] <= '3' ? 3 : 2))
        {
            position++;
        }

        return position > start
            ? (char)Convert.ToInt32(pattern[start..position], 8)
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $@"'\0' has no octal digit."));
    }
}
