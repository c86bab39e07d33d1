namespace Mesh.Sdk.Resources.Reading;

/// <content>Lines, space and comments.</content>
internal sealed partial class YamlScanner
{
    /// <summary>Goes to the next line with more than space and comments.</summary>
    private Step MoveToContent(ref bool mayStart)
    {
        while (MoveToLine())
        {
            if (_at == _lineEnd || _source[_at] == '#')
            {
                continue;
            }

            char first = _source[_at];
            if (first is '\t' or '%' && (first == '\t' || _at == _lineStart))
            {
                return Step.GiveUp;
            }

            if (first is not ('-' or '.') || _at != _lineStart || !IsMarker())
            {
                return Step.Content;
            }

            if (!IsBlankOrComment(_lineStart + 3))
            {
                return mayStart ? Step.GiveUp : EndBeforeLine();
            }

            if (first == '.')
            {
                return Step.End;
            }

            if (!mayStart)
            {
                return EndBeforeLine();
            }

            mayStart = false;
        }

        return Step.End;
    }

    private Step EndBeforeLine()
    {
        _nextLine = _lineStart;
        _line--;
        return Step.End;
    }

    private bool MoveToLine()
    {
        if (_nextLine >= _source.Length)
        {
            return false;
        }

        _lineStart = _nextLine;
        _line++;
        int length = _source.AsSpan(_lineStart).IndexOf('\n');
        _lineEnd = length < 0 ? _source.Length : _lineStart + length;
        _nextLine = length < 0 ? _lineEnd : _lineEnd + 1;
        if (_lineEnd > _lineStart && _source[_lineEnd - 1] == '\r')
        {
            _lineEnd--;
        }

        _at = SkipSpaces(_lineStart);
        return true;
    }

    private bool IsMarker() =>
        _lineEnd - _lineStart >= 3
        && _source.AsSpan(_lineStart, 3) is "---" or "..."
        && (_lineEnd - _lineStart == 3 || _source[_lineStart + 3] is ' ' or '\t');

    private bool IsDash(int at) => _source[at] == '-' && (at + 1 == _lineEnd || _source[at + 1] == ' ');

    /// <summary>Says whether nothing but a comment follows; a comment needs space before it.</summary>
    private bool IsBlankOrComment(int at)
    {
        int next = SkipSpaces(at);
        return next >= _lineEnd || (_source[next] == '#' && _source[next - 1] == ' ');
    }

    private int SkipSpaces(int at)
    {
        while (at < _lineEnd && _source[at] == ' ')
        {
            at++;
        }

        return at;
    }

    private int Column(int at) => at - _lineStart + 1;
}
