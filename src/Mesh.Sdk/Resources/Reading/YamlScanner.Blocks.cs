namespace Mesh.Sdk.Resources.Reading;

/// <content>Literal and folded block scalars.</content>
internal sealed partial class YamlScanner
{
    private bool ReadBlockScalar()
    {
        bool isFolded = _source[_at] == '>';
        (int line, int column) place = (_line, Column(_at));
        if (!ReadBlockHeader(out char chomping, out int step))
        {
            return false;
        }

        int parent = _open[_depth - 1].Indent;
        int indent = step > 0 ? parent + step : -1;
        _text.Clear();
        int breaks = 0;
        bool hasText = false;
        while (true)
        {
            TextCursor before = new(_nextLine, _line, _lineStart);
            int end = _lineEnd;
            if (!MoveToLine())
            {
                // Without a line break at its end the text ends differently.
                if (_source[^1] != '\n')
                {
                    return false;
                }

                break;
            }

            if (_at == _lineEnd)
            {
                if (indent >= 0 ? _at - _lineStart > indent : _at > _lineStart)
                {
                    return false;
                }

                breaks++;
                continue;
            }

            int spaces = _at - _lineStart;
            if (spaces <= parent)
            {
                (_nextLine, _line, _lineStart, _lineEnd) = (before.Position, before.Line, before.LineStart, end);
                break;
            }

            indent = indent < 0 ? spaces : indent;
            if (spaces < indent || _source[_at] == '\t' || (isFolded && spaces > indent))
            {
                return false;
            }

            AppendBreaks(breaks, isFolded && hasText);
            _text.Append(_source, _lineStart + indent, _lineEnd - _lineStart - indent);
            (breaks, hasText) = (1, true);
        }

        if (!hasText)
        {
            return false;
        }

        _text.Append('\n', chomping switch { '-' => 0, '+' => breaks, _ => 1 });
        document.Scalar(UntypedKind.String, _text.ToString(), place.line, place.column);
        return true;
    }

    private void AppendBreaks(int breaks, bool folds)
    {
        if (folds && breaks == 1)
        {
            _text.Append(' ');
        }
        else
        {
            _text.Append('\n', folds ? breaks - 1 : breaks);
        }
    }

    private bool ReadBlockHeader(out char chomping, out int step)
    {
        (chomping, step) = (' ', 0);
        int at = _at + 1;
        for (; at < _lineEnd && _source[at] != ' '; at++)
        {
            char c = _source[at];
            if (c is '+' or '-' && chomping == ' ')
            {
                chomping = c;
            }
            else if (c is >= '1' and <= '9' && step == 0)
            {
                step = c - '0';
            }
            else
            {
                return false;
            }
        }

        return IsBlankOrComment(at);
    }
}
