using System.Buffers;
using System.Globalization;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>Reads JSON as RFC 8259 has it, one value after another, without recursion.</summary>
internal sealed partial class JsonScanner(string source, NodeDocument document, FieldNames names)
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789+-.eE");

    private readonly List<bool> _maps = [];
    private int _at;
    private int _line;
    private int _lineStart;

    /// <summary>Gets what is wrong, if reading failed.</summary>
    public ManifestSyntaxException? Error { get; private set; }

    /// <summary>Reads the value at the cursor, and moves the cursor behind it if that could be done.</summary>
    public bool TryRead(ref TextCursor cursor)
    {
        _maps.Clear();
        (_at, _line, _lineStart) = (cursor.Position, cursor.Line, cursor.LineStart);
        Error = null;
        do
        {
            if (!ReadValue())
            {
                return false;
            }
        }
        while (_maps.Count > 0);

        cursor = new TextCursor(_at, _line, _lineStart);
        return true;
    }

    /// <summary>Reads a scalar, or the start of a container; then all that ends and the comma and name before the next value.</summary>
    private bool ReadValue()
    {
        SkipSpace();
        switch (Peek())
        {
            case '{':
                return Begin(UntypedKind.Map, '}');
            case '[':
                return Begin(UntypedKind.List, ']');
            case '"':
                return ReadText() && AfterValue();
            case 't':
                return ReadWord("true", UntypedKind.Boolean);
            case 'f':
                return ReadWord("false", UntypedKind.Boolean);
            case 'n':
                return ReadWord("null", UntypedKind.Null);
            default:
                return ReadNumber();
        }
    }

    private bool Begin(UntypedKind kind, char close)
    {
        document.Begin(kind, _line, Column);
        _maps.Add(kind == UntypedKind.Map);
        _at++;
        SkipSpace();
        if (Peek() == close)
        {
            return AfterValue();
        }

        return kind == UntypedKind.List || ReadName();
    }

    private bool AfterValue()
    {
        while (_maps.Count > 0)
        {
            SkipSpace();
            bool isMap = _maps[^1];
            char next = Peek();
            if (next == ',')
            {
                _at++;
                SkipSpace();
                return !isMap || ReadName();
            }

            if (next != (isMap ? '}' : ']'))
            {
                return Fail(isMap ? "',' or '}' belongs here" : "',' or ']' belongs here");
            }

            _at++;
            _maps.RemoveAt(_maps.Count - 1);
            document.End();
        }

        return true;
    }

    private bool ReadName()
    {
        if (Peek() != '"')
        {
            return Fail("the name of a field in double quotes belongs here");
        }

        if (!ReadQuoted(out int start, out int length, out string? text))
        {
            return false;
        }

        document.Name(text ?? names.Get(source.AsSpan(start, length)));
        SkipSpace();
        if (Peek() != ':')
        {
            return Fail("':' belongs here");
        }

        _at++;
        return true;
    }

    private bool ReadText()
    {
        (int line, int column) = (_line, Column);
        if (!ReadQuoted(out int start, out int length, out string? text))
        {
            return false;
        }

        if (text is null)
        {
            document.Scalar(UntypedKind.String, start, length, line, column);
        }
        else
        {
            document.Scalar(UntypedKind.String, text, line, column);
        }

        return true;
    }

    private bool ReadWord(string word, UntypedKind kind)
    {
        if (!source.AsSpan(_at).StartsWith(word))
        {
            return Fail("a value belongs here");
        }

        document.Scalar(kind, kind == UntypedKind.Null ? "" : word, _line, Column);
        _at += word.Length;
        return AfterValue();
    }

    private bool ReadNumber()
    {
        ReadOnlySpan<char> rest = source.AsSpan(_at);
        int length = rest.IndexOfAnyExcept(NumberCharacters);
        ReadOnlySpan<char> number = length < 0 ? rest : rest[..length];
        if (!YamlNumber.IsJson(number))
        {
            return Fail("a value belongs here");
        }

        if (!double.IsFinite(double.Parse(number, CultureInfo.InvariantCulture)))
        {
            return Fail("the number is too large for one of 64 bits");
        }

        document.Scalar(UntypedKind.Number, _at, number.Length, _line, Column);
        _at += number.Length;
        return AfterValue();
    }

    private int Column => _at - _lineStart + 1;

    private char Peek() => _at < source.Length ? source[_at] : '\0';

    private void SkipSpace()
    {
        for (; _at < source.Length && source[_at] is ' ' or '\n' or '\r' or '\t'; _at++)
        {
            if (source[_at] == '\n')
            {
                (_line, _lineStart) = (_line + 1, _at + 1);
            }
        }
    }

    private bool Fail(string message)
    {
        Error = new ManifestSyntaxException(_line, Column, Peek() == '/' ? "JSON has no comments" : message);
        return false;
    }
}
