using System.Buffers;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>A text with one or more documents, and where it has characters that need care.</summary>
internal sealed class ManifestText
{
    // Not allowed in YAML 1.1, a line break for some parser, or a byte order mark.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        [.. Characters.Between('\0', '\x1F', "\t\n\r"), .. Characters.Between('\x7F', '\x9F'), '\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF']);

    private readonly bool _hasLoneReturn;
    private int _nextSuspicious = -1;
    private int _nextLoneSurrogate = -1;

    public ManifestText(string text)
    {
        Text = text;
        int returns = text.AsSpan().Count('\r');
        _hasLoneReturn = returns > 0 && returns != text.AsSpan().Count("\r\n");
    }

    public string Text { get; }

    /// <summary>Says whether only a full YAML parser can tell what is in a part of the text.</summary>
    /// <param name="start">Start of the part, never before that of an earlier call.</param>
    /// <param name="end">Index behind the part.</param>
    public bool IsSuspicious(int start, int end)
    {
        if (_nextSuspicious < start)
        {
            int found = Text.AsSpan(start).IndexOfAny(Suspicious);
            _nextSuspicious = found < 0 ? int.MaxValue : start + found;
        }

        return _hasLoneReturn || _nextSuspicious < end || HasLoneSurrogate(start, end);
    }

    /// <summary>Says whether a part has text that is no valid UTF-16.</summary>
    public bool HasLoneSurrogate(int start, int end)
    {
        if (_nextLoneSurrogate < start)
        {
            int found = Surrogates.IndexOfLone(Text.AsSpan(start));
            _nextLoneSurrogate = found < 0 ? int.MaxValue : start + found;
        }

        return _nextLoneSurrogate < end;
    }

    /// <summary>Finds the first character that YAML forbids; -1 if there is none.</summary>
    public int IndexOfForbidden(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            int found = Text.AsSpan(i, end - i).IndexOfAny(Suspicious);
            if (found < 0)
            {
                break;
            }

            i += found;
            if (Text[i] is not ('\u0085' or '\u2028' or '\u2029' or '\uFEFF'))
            {
                return i;
            }
        }

        int lone = Surrogates.IndexOfLone(Text.AsSpan(start, end - start));
        return lone < 0 ? -1 : start + lone;
    }

    /// <summary>Finds where the YAML document that begins in a line ends.</summary>
    /// <param name="start">The document, which may begin with directives and <c>---</c>.</param>
    /// <param name="next">The start of the next document.</param>
    /// <returns>Index behind the document.</returns>
    public int FindEnd(TextCursor start, out TextCursor next)
    {
        int at = start.Position;
        int line = start.Line;
        bool isMarked = false;
        bool hasContent = false;
        while (at < Text.Length)
        {
            int length = Text.AsSpan(at).IndexOf('\n');
            int end = length < 0 ? Text.Length : at + length + 1;
            ReadOnlySpan<char> content = Text.AsSpan(at, end - at).TrimEnd("\r\n");
            if (IsMarker(content, "...") || (IsMarker(content, "---") && (isMarked || hasContent)))
            {
                int skipped = content[0] == '.' ? end : at;
                next = new TextCursor(skipped, content[0] == '.' ? line + 1 : line, skipped);
                return at;
            }

            isMarked |= IsMarker(content, "---");
            hasContent |= content.TrimStart(" \t") is not ([] or ['#', ..]) && (isMarked || content is not ['%', ..]);
            (at, line) = (end, line + 1);
        }

        next = new TextCursor(at, line, at);
        return at;
    }

    /// <summary>Says whether a line is a document marker, whatever follows it.</summary>
    public static bool IsMarker(ReadOnlySpan<char> line, ReadOnlySpan<char> marker) =>
        line.StartsWith(marker) && (line.Length == 3 || line[3] is ' ' or '\t');

    /// <summary>Returns the line at a place, without line break.</summary>
    public ReadOnlySpan<char> LineAt(int position)
    {
        position = Math.Min(position, Text.Length);
        int start = Text.AsSpan(0, position).LastIndexOf('\n') + 1;
        ReadOnlySpan<char> rest = Text.AsSpan(start);
        int end = rest.IndexOf('\n');
        return (end < 0 ? rest : rest[..end]).TrimEnd('\r');
    }
}
