using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mesh.Sdk.Resources.Reading;

/// <content>Texts in double quotes.</content>
internal sealed partial class JsonScanner
{
    private static readonly SearchValues<char> TextStops = SearchValues.Create(
        [.. Characters.Between('\0', '\x1F'), '"', '\\']);

    private readonly StringBuilder _text = new();

    /// <summary>Reads a text; <paramref name="text"/> is null if it stands in the source as it is.</summary>
    private bool ReadQuoted(out int start, out int length, out string? text)
    {
        start = ++_at;
        length = 0;
        text = null;
        int run = _at;
        bool hasEscapes = false;
        while (true)
        {
            int found = source.AsSpan(_at).IndexOfAny(TextStops);
            _at = found < 0 ? source.Length : _at + found;
            if (Peek() == '"')
            {
                length = _at - start;
                text = hasEscapes ? _text.Append(source, run, _at - run).ToString() : null;
                _at++;
                return true;
            }

            if (Peek() != '\\')
            {
                return Fail("a text lacks its closing quote, or has a control character");
            }

            if (!hasEscapes)
            {
                hasEscapes = true;
                _text.Clear();
            }

            _text.Append(source, run, _at - run);
            if (!ReadEscape())
            {
                return false;
            }

            run = _at;
        }
    }

    private bool ReadEscape()
    {
        _at++;
        if (Peek() == 'u')
        {
            return ReadCodeUnits();
        }

        int known = "\"\\/bfnrt".IndexOf(Peek(), StringComparison.Ordinal);
        if (known < 0)
        {
            return Fail("an escape is unknown");
        }

        _text.Append("\"\\/\b\f\n\r\t"[known]);
        _at++;
        return true;
    }

    private bool ReadCodeUnits()
    {
        if (!TryReadCodeUnit(out char first))
        {
            return Fail("four hexadecimal digits belong here");
        }

        _text.Append(first);
        if (!char.IsSurrogate(first))
        {
            return true;
        }

        if (char.IsHighSurrogate(first) && source.AsSpan(_at) is ['\\', 'u', ..])
        {
            _at++;
            if (TryReadCodeUnit(out char second) && char.IsLowSurrogate(second))
            {
                _text.Append(second);
                return true;
            }
        }

        return Fail("half a surrogate pair stands alone");
    }

    private bool TryReadCodeUnit(out char unit)
    {
        unit = '\0';
        if (_at + 5 > source.Length
            || !ushort.TryParse(source.AsSpan(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
        {
            return false;
        }

        unit = (char)code;
        _at += 5;
        return true;
    }
}
