using System.Globalization;
using System.Text;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>One document as a flat tree. Filled by a scanner, then read; used again for the next document.</summary>
internal sealed class NodeDocument(string source, string sourceName, ReadLimits limits)
{
    /// <summary>How many findings of a text are told; finding more would cost more than it helps.</summary>
    public const int MaxFindings = 1000;

    private const int ExcerptLength = 40;

    private readonly List<Diagnostic> _diagnostics = [];
    private NodeEntry[] _entries = new NodeEntry[64];
    private int _count;
    private int _open = -1;
    private int _depth;
    private string? _name;

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public bool HasRoomForFindings => _diagnostics.Count < MaxFindings;

    /// <summary>Gets or sets whether findings were left out.</summary>
    public bool HasMoreFindings { get; set; }

    public bool IsEmpty => _count == 0;

    /// <summary>Gets or sets whether text of the document must not be shown.</summary>
    public bool IsSecret { get; set; }

    public ResourceNode Root => new(this, 0);

    /// <summary>Finds a field of a map; the last one if it stands twice, -1 if there is none.</summary>
    public int FindField(int map, string name)
    {
        int found = -1;
        if (_entries[map].Kind == UntypedKind.Map)
        {
            for (int child = map + 1; child < _entries[map].Next; child = _entries[child].Next)
            {
                found = _entries[child].Name == name ? child : found;
            }
        }

        return found;
    }

    public ref readonly NodeEntry this[int index] => ref _entries[index];

    public void Clear()
    {
        Array.Clear(_entries, 0, _count);
        (_count, _open, _depth, _name, IsSecret, HasMoreFindings) = (0, -1, 0, null, false, false);
        _diagnostics.Clear();
    }

    /// <summary>Gives the name of the field whose value follows.</summary>
    public void Name(string name) => _name = name;

    public void Begin(UntypedKind kind, int line, int column)
    {
        if (++_depth > limits.MaxDepth)
        {
            throw new ReadLimitException(ReadingDiagnostics.TooDeep.At("", limits.MaxDepth) with { Position = PositionAt(line, column) });
        }

        _open = Add(kind, line, column);
    }

    public void End()
    {
        ref NodeEntry container = ref _entries[_open];
        container.Next = _count;
        ReportDuplicateFields(_open);
        _depth--;
        _open = container.Parent;
    }

    public void Scalar(UntypedKind kind, int start, int length, int line, int column)
    {
        int index = Add(kind, line, column);
        ref NodeEntry entry = ref _entries[index];
        (entry.Start, entry.Length) = (start, length);
    }

    public void Scalar(UntypedKind kind, string text, int line, int column)
    {
        int index = Add(kind, line, column);
        _entries[index].Text = text;
    }

    public void Report(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    public ReadOnlySpan<char> SpanOf(int index)
    {
        ref NodeEntry entry = ref _entries[index];
        return entry.Text ?? source.AsSpan(entry.Start, entry.Length);
    }

    public string TextOf(int index)
    {
        ref NodeEntry entry = ref _entries[index];
        return entry.Text ?? source.Substring(entry.Start, entry.Length);
    }

    public int CountOf(int index)
    {
        int count = 0;
        for (int child = index + 1; child < _entries[index].Next; child = _entries[child].Next)
        {
            count++;
        }

        return count;
    }

    public SourcePosition PositionOf(int index) => PositionAt(_entries[index].Line, _entries[index].Column);

    public SourcePosition PositionAt(int line, int column) => new(sourceName, line, column);

    public string PathOf(int index)
    {
        Stack<int> line = [];
        for (int i = index; i > 0; i = _entries[i].Parent)
        {
            line.Push(i);
        }

        StringBuilder path = new();
        foreach (int i in line)
        {
            if (_entries[i].Name is { } name)
            {
                bool isPlain = name.AsSpan().IndexOfAny('.', '[', ']') < 0;
                path.Append(isPlain && path.Length > 0 ? "." : "").Append(isPlain ? name : $"[{name}]");
            }
            else
            {
                path.Append(CultureInfo.InvariantCulture, $"[{PositionAmongItems(i)}]");
            }
        }

        return path.ToString();
    }

    public string ExcerptOf(int index)
    {
        if (IsSecret)
        {
            return "(hidden)";
        }

        switch (_entries[index].Kind)
        {
            case UntypedKind.Map:
                return "{...}";
            case UntypedKind.List:
                return "[...]";
            case UntypedKind.Null:
                return "null";
            default:
                ReadOnlySpan<char> text = SpanOf(index);
                return text.Length <= ExcerptLength ? text.ToString() : $"{text[..ExcerptLength]}...";
        }
    }

    private int Add(UntypedKind kind, int line, int column)
    {
        if (_count == limits.MaxNodesPerDocument)
        {
            throw new ReadLimitException(ReadingDiagnostics.TooManyNodes.At("", limits.MaxNodesPerDocument) with { Position = PositionAt(line, column) });
        }

        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        _entries[_count] = new NodeEntry { Kind = kind, Name = _name, Line = line, Column = column, Parent = _open, Next = _count + 1 };
        _name = null;
        return _count++;
    }

    private int PositionAmongItems(int index)
    {
        int position = 0;
        for (int child = _entries[index].Parent + 1; child < index; child = _entries[child].Next)
        {
            position++;
        }

        return position;
    }

    private void ReportDuplicateFields(int container)
    {
        if (_entries[container].Kind != UntypedKind.Map)
        {
            return;
        }

        int count = CountOf(container);
        HashSet<string>? seen = count > 16 ? new(count, StringComparer.Ordinal) : null;
        for (int child = container + 1; child < _count; child = _entries[child].Next)
        {
            string name = _entries[child].Name!;
            if (seen is null ? StandsBefore(container, child, name) : !seen.Add(name))
            {
                _entries[child].IsRepeated = true;
                new ResourceNode(this, child).Report(ReadingDiagnostics.DuplicateField, name);
            }
        }
    }

    private bool StandsBefore(int container, int child, string name)
    {
        for (int earlier = container + 1; earlier < child; earlier = _entries[earlier].Next)
        {
            if (ReferenceEquals(_entries[earlier].Name, name) || _entries[earlier].Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
