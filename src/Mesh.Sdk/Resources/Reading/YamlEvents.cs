using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>The values of one document as YamlDotNet's parser sees them, with aliases resolved to places but not expanded.</summary>
internal sealed class YamlEvents
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, int> _anchors = new(StringComparer.Ordinal);
    private readonly Stack<int> _open = [];
    private readonly Stack<int> _outerChildren = [];
    private readonly NodeDocument _document;
    private readonly ReadLimits _limits;
    private readonly TextCursor _start;
    private int _aliases;

    // Children so far of the innermost open container, and of those around it.
    private int _children;

    private YamlEvents(NodeDocument document, ReadLimits limits, TextCursor start) =>
        (_document, _limits, _start) = (document, limits, start);

    public int Count => _entries.Count;

    public ParsingEvent this[int index] => _entries[index].Event;

    /// <summary>Parses a document.</summary>
    /// <param name="yaml">The document.</param>
    /// <param name="document">Knows the name of the source.</param>
    /// <param name="limits">Bounds for values, depth and aliases.</param>
    /// <param name="start">Where the document begins in the whole text.</param>
    public static YamlEvents Parse(string yaml, NodeDocument document, ReadLimits limits, TextCursor start)
    {
        YamlEvents events = new(document, limits, start);
        Parser parser = new(new PatientScanner(new StringReader(yaml)));
        bool hasEnded = false;
        while (events.MoveNext(parser, yaml))
        {
            switch (parser.Current)
            {
                case DocumentStart when hasEnded:
                    throw events.Error(parser.Current, "another document begins here without '---'");
                case DocumentEnd:
                    hasEnded = true;
                    break;
                case NodeEvent or AnchorAlias or MappingEnd or SequenceEnd:
                    events.Add(parser.Current);
                    break;
            }
        }

        return events;
    }

    /// <summary>Gets the index behind a value and all it contains.</summary>
    public int Next(int index) => _entries[index].Next;

    /// <summary>Gets the index of the value that an alias repeats; other values stand for themselves.</summary>
    public int Resolve(int index) => _entries[index].Target;

    /// <summary>Says where an event is in the whole text.</summary>
    public (int Line, int Column) PlaceOf(ParsingEvent parsed) => PlaceOf(parsed.Start);

    public ManifestSyntaxException Error(ParsingEvent at, string message, string? quoted = null)
    {
        (int line, int column) = PlaceOf(at);
        return new ManifestSyntaxException(line, column, message, quoted);
    }

    private (int Line, int Column) PlaceOf(Mark mark) =>
        ((int)mark.Line + _start.Line - 1, (int)mark.Column + (mark.Line == 1 ? _start.Column - 1 : 0));

    private bool MoveNext(Parser parser, string yaml)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (YamlException e) when (TabIndentation.Find(yaml, e, parser.Current?.End.Line ?? 1) is { } tab)
        {
            (int line, int column) = PlaceOf(new Mark(0, tab.Line, tab.Column));
            throw new ManifestSyntaxException(line, column, "a tab can't indent, only spaces can");
        }
        catch (YamlException e)
        {
            (int line, int column) = PlaceOf(e.Start);
            throw new ManifestSyntaxException(line, column, "the YAML is malformed", e.Message);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidOperationException or IndexOutOfRangeException)
        {
            (int line, int column) = parser.Current is { } current ? PlaceOf(current.End) : (_start.Line, _start.Column);
            throw new ManifestSyntaxException(line, column, "the YAML is malformed");
        }
    }

    private void Add(ParsingEvent parsed)
    {
        int index = _entries.Count;
        (int line, int column) = PlaceOf(parsed);
        int target = parsed is AnchorAlias alias ? FindAnchor(alias, line, column) : index;
        if (index >= 2L * _limits.MaxNodesPerDocument)
        {
            throw new ReadLimitException(ReadingDiagnostics.TooManyNodes.At("", _limits.MaxNodesPerDocument) with { Position = _document.PositionAt(line, column) });
        }

        _entries.Add(new Entry(parsed, index + 1, target));
        if (parsed is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _anchors[anchored.Anchor.Value] = index;
        }

        switch (parsed)
        {
            case MappingStart or SequenceStart:
                Open(index, line, column);
                break;
            case MappingEnd or SequenceEnd:
                Close(parsed, index);
                break;
            default:
                _children++;
                break;
        }
    }

    private void Close(ParsingEvent parsed, int index)
    {
        // YamlDotNet loses the value behind an empty key in a block.
        if (parsed is MappingEnd && _children % 2 != 0)
        {
            throw Error(parsed, "a field lacks its name");
        }

        int start = _open.Pop();
        _children = _outerChildren.Pop() + 1;
        _entries[start] = _entries[start] with { Next = index + 1 };
    }

    private void Open(int index, int line, int column)
    {
        _open.Push(index);
        _outerChildren.Push(_children);
        _children = 0;
        if (_open.Count > _limits.MaxDepth)
        {
            throw new ReadLimitException(ReadingDiagnostics.TooDeep.At("", _limits.MaxDepth) with { Position = _document.PositionAt(line, column) });
        }
    }

    private int FindAnchor(AnchorAlias alias, int line, int column)
    {
        if (++_aliases > _limits.MaxAliasesPerDocument)
        {
            throw new ReadLimitException(ReadingDiagnostics.TooManyAliases.At("", _limits.MaxAliasesPerDocument) with { Position = _document.PositionAt(line, column) });
        }

        if (!_anchors.TryGetValue(alias.Value.Value, out int target))
        {
            throw Error(alias, "an alias has no anchor before it", alias.Value.Value);
        }

        return _open.Contains(target) ? throw Error(alias, "an alias stands inside the value that it repeats", alias.Value.Value) : target;
    }

    private readonly record struct Entry(ParsingEvent Event, int Next, int Target);
}
