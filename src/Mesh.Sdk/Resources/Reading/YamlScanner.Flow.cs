using System.Buffers;

namespace Mesh.Sdk.Resources.Reading;

/// <content>Flow collections of one line.</content>
internal sealed partial class YamlScanner
{
    private const int MaxFlowDepth = 8;

    private static readonly SearchValues<char> FlowStops = SearchValues.Create(",[]{}:#\t?");

    private bool ReadFlow()
    {
        int end = ReadFlowCollection(_at, MaxFlowDepth);
        return end >= 0 && IsBlankOrComment(end);
    }

    private int ReadFlowCollection(int at, int depth)
    {
        if (depth == 0)
        {
            return -1;
        }

        bool isMap = _source[at] == '{';
        char close = isMap ? '}' : ']';
        document.Begin(isMap ? UntypedKind.Map : UntypedKind.List, _line, Column(at));
        at = SkipSpaces(at + 1);
        bool isEmpty = at < _lineEnd && _source[at] == close;
        while (!isEmpty)
        {
            at = isMap ? ReadFlowName(at) : at;
            at = at < 0 ? at : ReadFlowValue(at, depth);
            if (at < 0 || at >= _lineEnd)
            {
                return -1;
            }

            if (_source[at] == close)
            {
                break;
            }

            if (_source[at] != ',')
            {
                return -1;
            }

            at = SkipSpaces(at + 1);
        }

        document.End();
        return at + 1;
    }

    private int ReadFlowName(int at)
    {
        if (at >= _lineEnd)
        {
            return -1;
        }

        int colon;
        string name;
        if (_source[at] is '"' or '\'')
        {
            colon = ReadQuoted(at, out int start, out int length, out string? text);
            name = colon < 0 ? "" : text ?? names.Get(_source.AsSpan(start, length));
        }
        else
        {
            colon = FindFlowStop(at);
            ReadOnlySpan<char> text = colon < 0 ? "" : _source.AsSpan(at, colon - at);
            if (text.IsEmpty || text[^1] == ' ' || text is "<<" || PlainScalar.Resolve(text, out _) != PlainScalarMeaning.String)
            {
                return -1;
            }

            name = names.Get(text);
        }

        if (colon < 0 || colon - at >= MaxKeyLength || colon + 1 >= _lineEnd || _source[colon] != ':' || _source[colon + 1] != ' ')
        {
            return -1;
        }

        document.Name(name);
        return SkipSpaces(colon + 1);
    }

    /// <summary>Reads a value and the space behind it.</summary>
    private int ReadFlowValue(int at, int depth)
    {
        if (at >= _lineEnd)
        {
            return -1;
        }

        switch (_source[at])
        {
            case '[' or '{':
                at = ReadFlowCollection(at, depth - 1);
                break;
            case '"' or '\'':
                at = AddQuoted(at);
                break;
            default:
                int stop = FindFlowStop(at);
                if (stop < 0 || _source[stop] is not (',' or ']' or '}'))
                {
                    return -1;
                }

                ReadOnlySpan<char> text = _source.AsSpan(at, stop - at).TrimEnd(' ');
                return !text.IsEmpty && AddPlain(text, at) ? stop : -1;
        }

        return at < 0 ? at : SkipSpaces(at);
    }

    /// <summary>Finds what ends a plain scalar; -1 if there is doubt.</summary>
    private int FindFlowStop(int at)
    {
        if (Indicators.Contains(_source[at]) || _source[at] == '-')
        {
            return -1;
        }

        int found = _source.AsSpan(at, _lineEnd - at).IndexOfAny(FlowStops);
        return found < 0 || _source[at + found] is '#' or '\t' or '?' ? -1 : at + found;
    }
}
