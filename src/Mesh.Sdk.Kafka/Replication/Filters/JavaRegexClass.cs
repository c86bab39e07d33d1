using System.Text;

namespace Mesh.Sdk.Kafka.Replication.Filters;

/// <summary>Reads characters in brackets.</summary>
internal sealed class JavaRegexClass(string pattern, JavaRegexEscapes escapes)
{
    private readonly StringBuilder _text = new("[");
    private int _position;

    /// <summary>Returns the class that starts at a position for .NET and moves behind it.</summary>
    public string Read(ref int position)
    {
        _position = position + 1;
        if (_position < pattern.Length && pattern[_position] == '^')
        {
            _position++;
            _text.Append('^');
        }

        int first = _position;
        while (_position < pattern.Length && (pattern[_position] != ']' || _position == first))
        {
            ReadItem();
        }

        position = _position + 1;
        return _position < pattern.Length ? _text.Append(']').ToString() : throw new FormatException("a '[' is not closed.");
    }

    private void ReadItem()
    {
        if (pattern[_position] == '[' || pattern.AsSpan(_position).StartsWith("&&"))
        {
            throw new FormatException("unions and intersections in brackets have no equal here; write the characters in one pair of brackets.");
        }

        if (pattern[_position] == '\\' && escapes.ReadSet(ref _position) is { } set)
        {
            _text.Append(set);
            return;
        }

        char from = ReadCharacter();
        _text.Append(JavaRegexEscapes.Literal(from));
        if (_position + 1 < pattern.Length && pattern[_position] == '-' && pattern[_position + 1] is not (']' or '['))
        {
            _position++;
            char to = ReadCharacter();
            _text.Append('-').Append(to >= from ? JavaRegexEscapes.Literal(to) : throw new FormatException($"the range {from}-{to} runs backwards."));
        }
    }

    private char ReadCharacter()
    {
        if (pattern[_position] != '\\')
        {
            return pattern[_position++];
        }

        return _position + 1 < pattern.Length && pattern[_position + 1] is 'Q' or 'E'
            ? throw new FormatException(@"'\Q' and '\E' have no equal in brackets; escape single characters.")
            : escapes.ReadCharacter(ref _position);
    }
}
