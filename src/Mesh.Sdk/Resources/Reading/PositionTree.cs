using System.Globalization;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>The places of an object's values, kept when its document is gone.</summary>
internal sealed class PositionTree
{
    private readonly string _source;
    private readonly Entry[] _entries;

    private PositionTree(string source, Entry[] entries) => (_source, _entries) = (source, entries);

    public static PositionTree Of(NodeDocument document, int root)
    {
        Entry[] entries = new Entry[document[root].Next - root];
        for (int i = 0; i < entries.Length; i++)
        {
            NodeEntry entry = document[root + i];
            entries[i] = new Entry(i == 0 ? null : entry.Name, entry.Line, entry.Column, entry.Next - root);
        }

        return new PositionTree(document.PositionOf(root).Source, entries);
    }

    /// <summary>Finds a value, or the nearest around it.</summary>
    public SourcePosition Find(ReadOnlySpan<string> path)
    {
        int at = 0;
        foreach (string segment in path)
        {
            int child = FindChild(at, segment);
            if (child < 0)
            {
                break;
            }

            at = child;
        }

        return new SourcePosition(_source, _entries[at].Line, _entries[at].Column);
    }

    private int FindChild(int parent, string segment)
    {
        bool isIndex = int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index);
        int position = 0;
        for (int child = parent + 1; child < _entries[parent].Next; child = _entries[child].Next, position++)
        {
            if (_entries[child].Name is { } name ? name == segment : isIndex && position == index)
            {
                return child;
            }
        }

        return -1;
    }

    private readonly record struct Entry(string? Name, int Line, int Column, int Next);
}
