using System.Globalization;
using System.Text;

namespace Mesh.Sdk.Kafka.MirrorMaker.Properties;

/// <summary>Reads a property file as Java does.</summary>
internal sealed class PropertiesReader(string text)
{
    private readonly string[] _lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
    private int _next;

    public IReadOnlyList<PropertyEntry> Read()
    {
        List<PropertyEntry> entries = [];
        while (_next < _lines.Length)
        {
            int line = _next + 1;
            string logical = ReadLogicalLine();
            if (logical.Length > 0)
            {
                (string name, string value) = Split(logical);
                entries.Add(new(Unescape(name, line), Unescape(value, line), line));
            }
        }

        return entries;
    }

    // A backslash at the end joins lines, unless a comment ends so; blanks at the start of a line never count.
    private string ReadLogicalLine()
    {
        string line = TrimStart(_lines[_next++]);
        if (line is ['#' or '!', ..])
        {
            return "";
        }

        StringBuilder logical = new();
        while (EndsInBackslash(line) && _next < _lines.Length)
        {
            logical.Append(line, 0, line.Length - 1);
            line = TrimStart(_lines[_next++]);
        }

        return logical.Append(EndsInBackslash(line) ? line[..^1] : line).ToString();
    }

    private static bool EndsInBackslash(string line) => (line.Length - line.AsSpan().TrimEnd('\\').Length) % 2 == 1;

    private static (string Name, string Value) Split(string line)
    {
        int end = 0;
        while (end < line.Length && line[end] is not ('=' or ':' or ' ' or '\t' or '\f'))
        {
            end += line[end] == '\\' ? 2 : 1;
        }

        end = Math.Min(end, line.Length);
        string rest = TrimStart(line[end..]);
        return (line[..end], rest is ['=' or ':', ..] ? TrimStart(rest[1..]) : rest);
    }

    private static string TrimStart(string line) => line.TrimStart(' ', '\t', '\f');

    private static string Unescape(string part, int line)
    {
        StringBuilder plain = new();
        for (int i = 0; i < part.Length; i++)
        {
            if (part[i] != '\\' || i + 1 == part.Length)
            {
                plain.Append(part[i]);
                continue;
            }

            char c = part[++i];
            plain.Append(c switch
            {
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                'f' => '\f',
                'u' => ReadCode(part, ref i, line),
                _ => c,
            });
        }

        return plain.ToString();
    }

    private static char ReadCode(string part, ref int i, int line)
    {
        int start = i + 1;
        i += 4;
        return i < part.Length && ushort.TryParse(part.AsSpan(start, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code)
            ? (char)code
            : throw new FormatException($@"In line {line}, '\u' is not followed by four hexadecimal digits.");
    }
}
