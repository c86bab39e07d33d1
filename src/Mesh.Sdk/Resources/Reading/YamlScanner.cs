namespace Mesh.Sdk.Resources.Reading;

/// <summary>
/// Reads the plain block YAML of which manifests consist, line by line and without events. It gives up on anything else or
/// doubtful, such as anchors, tags, tabs and scalars over several lines, and leaves the document to <see cref="YamlEventReader"/>.
/// </summary>
internal sealed partial class YamlScanner(string source, NodeDocument document, FieldNames names)
{
    // YAML refuses keys of more than 1024 characters.
    private const int MaxKeyLength = 1000;

    private readonly string _source = source;
    private Open[] _open = new Open[16];
    private int _depth;
    private bool _isPending;
    private (int Line, int Column) _pendingPlace;

    private int _line;
    private int _lineStart;
    private int _lineEnd;
    private int _nextLine;
    private int _at;

    /// <summary>What stands in a line.</summary>
    private enum Step
    {
        Content,
        End,
        GiveUp,
    }

    /// <summary>Reads the document at the cursor, and moves the cursor behind it if that could be done.</summary>
    public bool TryRead(ref TextCursor cursor)
    {
        (_depth, _isPending) = (0, false);
        (_nextLine, _line) = (cursor.Position, cursor.Line - 1);
        bool isFirst = true;
        bool mayStart = true;
        while (true)
        {
            switch (MoveToContent(ref mayStart))
            {
                case Step.GiveUp:
                    return false;
                case Step.End:
                    Finish();
                    cursor = new TextCursor(_nextLine, _line + 1, _nextLine);
                    return true;
            }

            if (!(isFirst ? ReadCollection() : ReadLine()))
            {
                return false;
            }

            (isFirst, mayStart) = (false, false);
        }
    }

    private void Finish()
    {
        EndPending();
        while (_depth > 0)
        {
            Close();
        }
    }

    private bool ReadLine()
    {
        int indent = _at - _lineStart;
        bool isItem = IsDash(_at);
        if (_isPending)
        {
            ref Open parent = ref _open[_depth - 1];
            if (indent > parent.Indent || (indent == parent.Indent && isItem && !parent.IsList))
            {
                _isPending = false;
                return ReadCollection();
            }

            EndPending();
        }

        while (_depth > 0 && (_open[_depth - 1].Indent > indent || (_open[_depth - 1].Indent == indent && _open[_depth - 1].IsList && !isItem)))
        {
            Close();
        }

        if (_depth == 0 || _open[_depth - 1].Indent != indent || _open[_depth - 1].IsList != isItem)
        {
            return false;
        }

        return isItem ? ReadItem() : ReadField();
    }

    /// <summary>Reads the first line of a map or list.</summary>
    private bool ReadCollection()
    {
        if (IsDash(_at))
        {
            Begin(UntypedKind.List);
            return ReadItem();
        }

        return ReadFirstField();
    }

    private bool ReadItem()
    {
        while (true)
        {
            (int line, int column) dash = (_line, Column(_at) + 1);
            _at = SkipSpaces(_at + 1);
            if (IsBlankOrComment(_at))
            {
                (_isPending, _pendingPlace) = (true, dash);
                return true;
            }

            if (IsDash(_at))
            {
                Begin(UntypedKind.List);
                continue;
            }

            return TryFindKey(_at, out Key key) switch
            {
                Step.Content => ReadField(key, opens: true),
                Step.End => ReadScalar(),
                _ => false,
            };
        }
    }

    private bool ReadFirstField() => TryFindKey(_at, out Key key) == Step.Content && ReadField(key, opens: true);

    private bool ReadField() => TryFindKey(_at, out Key key) == Step.Content && ReadField(key, opens: false);

    private bool ReadField(in Key key, bool opens)
    {
        if (opens)
        {
            Begin(UntypedKind.Map);
        }

        document.Name(key.Text ?? names.Get(_source.AsSpan(key.Start, key.Length)));
        (int line, int column) place = (_line, Column(key.Colon) + 1);
        _at = SkipSpaces(key.Colon + 1);
        if (IsBlankOrComment(_at))
        {
            (_isPending, _pendingPlace) = (true, place);
            return true;
        }

        return ReadScalar();
    }

    private void Begin(UntypedKind kind)
    {
        document.Begin(kind, _line, Column(_at));
        if (_depth == _open.Length)
        {
            Array.Resize(ref _open, _depth * 2);
        }

        _open[_depth++] = new Open(kind == UntypedKind.List, _at - _lineStart);
    }

    private void Close()
    {
        document.End();
        _depth--;
    }

    private void EndPending()
    {
        if (_isPending)
        {
            _isPending = false;
            document.Scalar(UntypedKind.Null, "", _pendingPlace.Line, _pendingPlace.Column);
        }
    }

    /// <summary>A map or list whose end is not reached.</summary>
    private readonly record struct Open(bool IsList, int Indent);

    /// <summary>A field name and the colon behind it.</summary>
    private readonly record struct Key(int Start, int Length, string? Text, int Colon);
}
