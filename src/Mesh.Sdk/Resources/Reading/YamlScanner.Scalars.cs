using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mesh.Sdk.Resources.Reading;

/// <content>Names and scalars of one line.</content>
internal sealed partial class YamlScanner
{
    private static readonly SearchValues<char> PlainStops = SearchValues.Create(":#\t");
    private static readonly SearchValues<char> QuotedStops = SearchValues.Create("\"\\");

    // A plain scalar does not begin with these, or rarely.
    private static readonly SearchValues<char> Indicators = SearchValues.Create("?:,[]{}#&*!|>'\"%@`\t");

    private readonly StringBuilder _text = new();

    /// <summary>Finds a field name; <see cref="Step.End"/> if a scalar stands here instead.</summary>
    private Step TryFindKey(int at, out Key key)
    {
        key = default;
        if (_source[at] is '"' or '\'')
        {
            return TryFindQuotedKey(at, out key);
        }

        if (Indicators.Contains(_source[at]))
        {
            return _source[at] is '|' or '>' or '[' or '{' ? Step.End : Step.GiveUp;
        }

        int colon = FindPlainStop(at, out bool isColon);
        if (colon < 0 || !isColon)
        {
            return colon < -1 ? Step.GiveUp : Step.End;
        }

        ReadOnlySpan<char> text = _source.AsSpan(at, colon - at);
        bool isText = text.Length is > 0 and < MaxKeyLength && text[^1] != ' ' && text is not "<<"
            && PlainScalar.Resolve(text, out _) == PlainScalarMeaning.String;
        key = new Key(at, text.Length, null, colon);
        return isText ? Step.Content : Step.GiveUp;
    }

    private Step TryFindQuotedKey(int at, out Key key)
    {
        key = default;
        int end = ReadQuoted(at, out int start, out int length, out string? text);
        if (end < 0)
        {
            return Step.GiveUp;
        }

        if (end == _lineEnd || _source[end] != ':')
        {
            return Step.End;
        }

        key = new Key(start, length, text, end);
        bool isKey = end - at < MaxKeyLength && (end + 1 == _lineEnd || _source[end + 1] == ' ');
        return isKey ? Step.Content : Step.GiveUp;
    }

    /// <summary>Finds the colon or comment that ends a plain scalar; -1 if the line does, -2 if there is doubt.</summary>
    private int FindPlainStop(int at, out bool isColon)
    {
        isColon = false;
        while (true)
        {
            int found = _source.AsSpan(at, _lineEnd - at).IndexOfAny(PlainStops);
            if (found < 0)
            {
                isColon = false;
                return -1;
            }

            at += found;
            isColon = _source[at] == ':';
            if (_source[at] == '\t' || (isColon && at + 1 < _lineEnd && _source[at + 1] == '\t'))
            {
                return -2;
            }

            if (isColon ? at + 1 == _lineEnd || _source[at + 1] == ' ' : _source[at - 1] == ' ')
            {
                return at;
            }

            at++;
        }
    }

    private bool ReadScalar() => _source[_at] switch
    {
        '"' or '\'' => ReadQuotedScalar(),
        '|' or '>' => ReadBlockScalar(),
        '[' or '{' => ReadFlow(),
        _ => ReadPlainScalar(),
    };

    private bool ReadPlainScalar()
    {
        if (Indicators.Contains(_source[_at]) || IsDash(_at))
        {
            return false;
        }

        int stop = FindPlainStop(_at, out bool isColon);
        if (stop < -1 || isColon)
        {
            return false;
        }

        ReadOnlySpan<char> text = _source.AsSpan(_at, (stop < 0 ? _lineEnd : stop) - _at).TrimEnd(' ');
        return AddPlain(text, _at);
    }

    private bool AddPlain(ReadOnlySpan<char> text, int at)
    {
        PlainScalarMeaning meaning = PlainScalar.Resolve(text, out string? number);
        if (meaning == PlainScalarMeaning.NotFinite)
        {
            return false;
        }

        UntypedKind kind = KindOf(meaning);
        if (kind == UntypedKind.Boolean)
        {
            document.Scalar(kind, meaning == PlainScalarMeaning.True ? "true" : "false", _line, Column(at));
        }
        else if (number is not null)
        {
            document.Scalar(kind, number, _line, Column(at));
        }
        else
        {
            document.Scalar(kind, at, text.Length, _line, Column(at));
        }

        return true;
    }

    private static UntypedKind KindOf(PlainScalarMeaning meaning) => meaning switch
    {
        PlainScalarMeaning.Null => UntypedKind.Null,
        PlainScalarMeaning.True or PlainScalarMeaning.False => UntypedKind.Boolean,
        PlainScalarMeaning.Number => UntypedKind.Number,
        _ => UntypedKind.String,
    };

    private bool ReadQuotedScalar()
    {
        int end = AddQuoted(_at);
        return end >= 0 && IsBlankOrComment(end);
    }

    private int AddQuoted(int at)
    {
        int end = ReadQuoted(at, out int start, out int length, out string? text);
        if (end >= 0 && text is not null)
        {
            document.Scalar(UntypedKind.String, text, _line, Column(at));
        }
        else if (end >= 0)
        {
            document.Scalar(UntypedKind.String, start, length, _line, Column(at));
        }

        return end;
    }

    /// <summary>Reads a quoted text of one line and returns the index behind it; -1 to give up.</summary>
    private int ReadQuoted(int at, out int start, out int length, out string? text)
    {
        start = at + 1;
        int end = _source[at] == '"' ? ReadDoubleQuoted(start, out text) : ReadSingleQuoted(start, out text);
        length = end - 1 - start;
        return end;
    }

    private int ReadSingleQuoted(int at, out string? text)
    {
        int start = at;
        bool hasQuotes = false;
        text = null;
        while (true)
        {
            int found = _source.AsSpan(at, _lineEnd - at).IndexOf('\'');
            if (found < 0)
            {
                return -1;
            }

            at += found + 1;
            if (at == _lineEnd || _source[at] != '\'')
            {
                text = hasQuotes ? _source[start..(at - 1)].Replace("''", "'", StringComparison.Ordinal) : null;
                return at;
            }

            hasQuotes = true;
            at++;
        }
    }

    private int ReadDoubleQuoted(int at, out string? text)
    {
        text = null;
        int run = at;
        _text.Clear();
        bool hasEscapes = false;
        while (true)
        {
            int found = _source.AsSpan(at, _lineEnd - at).IndexOfAny(QuotedStops);
            if (found < 0)
            {
                return -1;
            }

            at += found;
            if (_source[at] == '"')
            {
                text = hasEscapes ? _text.Append(_source, run, at - run).ToString() : null;
                return at + 1;
            }

            hasEscapes = true;
            _text.Append(_source, run, at - run);
            run = at = Unescape(at + 1);
            if (at < 0)
            {
                return -1;
            }
        }
    }

    private int Unescape(int at)
    {
        char escape = at < _lineEnd ? _source[at] : '\n';
        int digits = escape switch { 'x' => 2, 'u' => 4, _ => 0 };
        if (digits > 0)
        {
            bool isHex = at + digits < _lineEnd
                && ushort.TryParse(_source.AsSpan(at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code)
                && !char.IsSurrogate((char)code)
                && _text.Append((char)code) is not null;
            return isHex ? at + 1 + digits : -1;
        }

        int known = "\\\"ntr0abevf".IndexOf(escape, StringComparison.Ordinal);
        if (known < 0)
        {
            return -1;
        }

        _text.Append("\\\"\n\t\r\0\a\b\e\v\f"[known]);
        return at + 1;
    }
}
