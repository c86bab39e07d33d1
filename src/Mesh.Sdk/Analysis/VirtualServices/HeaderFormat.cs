namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The format of header values: text with <c>%COMMAND%</c>, <c>%COMMAND(argument)%</c> or <c>%COMMAND(["a", "b"])%</c> in it.</summary>
/// <remarks>Source: Envoy, custom request and response headers; Istio checks the shape and leaves the commands to Envoy.</remarks>
internal ref struct HeaderFormat
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private HeaderFormat(ReadOnlySpan<char> text) => _text = text;

    public static bool IsValid(string text) => !text.Any(IsForbidden) && new HeaderFormat(text).ReadText();

    private static bool IsForbidden(char c) => c is < ' ' and not '\t' or '\u007f';

    private bool ReadText()
    {
        while (_at < _text.Length)
        {
            if (_text[_at++] == '%' && !Accept('%') && !ReadCommand())
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadCommand()
    {
        while (_at < _text.Length)
        {
            switch (_text[_at++])
            {
                case '%':
                    return true;
                case '(':
                    return ReadArguments() && AcceptAfterSpaces('%');
            }
        }

        return false;
    }

    // An argument has at least one character, whatever it is.
    private bool ReadArguments()
    {
        SkipSpaces();
        if (Accept('['))
        {
            return AcceptAfterSpaces('"') && ReadString(out bool isClosed) && (isClosed || ReadRestOfList());
        }

        _at++;
        return ReadString(out bool isWhole) && (isWhole || ReadRestOfList());
    }

    private bool ReadRestOfList()
    {
        while (AcceptAfterSpaces(','))
        {
            if (!AcceptAfterSpaces('"') || !ReadString(out bool isClosed))
            {
                return false;
            }

            if (isClosed)
            {
                return true;
            }
        }

        return AcceptAfterSpaces(']') && AcceptAfterSpaces(')');
    }

    // A quote ends the text; a parenthesis ends all arguments, also within quotes, as in Istio.
    private bool ReadString(out bool endsArguments)
    {
        endsArguments = false;
        while (_at < _text.Length)
        {
            switch (_text[_at++])
            {
                case '\\' when _at++ >= _text.Length:
                    return false;
                case ')':
                    endsArguments = true;
                    return true;
                case '"':
                    return true;
            }
        }

        return false;
    }

    private bool Accept(char expected)
    {
        bool isThere = _at < _text.Length && _text[_at] == expected;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private bool AcceptAfterSpaces(char expected)
    {
        SkipSpaces();
        return Accept(expected);
    }

    private void SkipSpaces()
    {
        while (Accept(' '))
        {
        }
    }
}
