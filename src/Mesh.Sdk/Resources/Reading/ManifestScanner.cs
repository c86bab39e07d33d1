namespace Mesh.Sdk.Resources.Reading;

/// <summary>Goes through the documents of a text, JSON and YAML mixed, one at a time and always in the same tree.</summary>
internal sealed class ManifestScanner
{
    private const int ExcerptLength = 120;

    private readonly ManifestText _text;
    private readonly ReadLimits _limits;
    private readonly YamlScanner _yaml;
    private readonly JsonScanner _json;
    private TextCursor _cursor = new(0, 1, 0);
    private int _documents;

    public ManifestScanner(string text, string sourceName, ReadLimits limits)
    {
        _text = new ManifestText(text);
        _limits = limits;
        Document = new NodeDocument(text, sourceName, limits);
        FieldNames names = new();
        _yaml = new YamlScanner(text, Document, names);
        _json = new JsonScanner(text, Document, names);
    }

    /// <summary>Gets the document; valid until the next one is read.</summary>
    public NodeDocument Document { get; }

    /// <summary>Gets or sets whether all YAML is left to YamlDotNet's parser; to compare both.</summary>
    public bool AvoidsFastPath { get; init; }

    /// <summary>Gets how many documents YamlDotNet's parser had to read.</summary>
    public int FullyParsed { get; private set; }

    /// <summary>Reads the next document that is not empty, or is malformed and so has findings only.</summary>
    /// <exception cref="ReadLimitException">A bound is passed; nothing more can be read.</exception>
    public bool MoveNext()
    {
        while (_cursor.Position < _text.Text.Length)
        {
            Document.Clear();
            ReadDocument();
            if (Document.IsEmpty && Document.Diagnostics.Count == 0)
            {
                continue;
            }

            if (++_documents > _limits.MaxDocuments)
            {
                throw new ReadLimitException(ReadingDiagnostics.TooManyDocuments.At("", _limits.MaxDocuments) with { Position = Document.PositionAt(_cursor.Line, 1) });
            }

            return true;
        }

        return false;
    }

    private void ReadDocument()
    {
        if (_text.Text[_cursor.Position] == '\uFEFF')
        {
            _cursor = _cursor with { Position = _cursor.Position + 1, LineStart = _cursor.Position + 1 };
        }

        if (FindJson() is { } json)
        {
            ReadJson(json);
            return;
        }

        if (!AvoidsFastPath)
        {
            TextCursor next = _cursor;
            if (_yaml.TryRead(ref next) && !_text.IsSuspicious(_cursor.Position, next.Position))
            {
                _cursor = next;
                return;
            }

            Document.Clear();
        }

        ReadFully(_cursor, null);
    }

    /// <summary>
    /// Finds a JSON object behind space and at most one <c>---</c>. What begins with a brace and a quote is meant as JSON and must be
    /// JSON; a parser of YAML would make something of it where a colon or comma is forgotten.
    /// </summary>
    private TextCursor? FindJson()
    {
        TextCursor at = SkipSpace(_cursor);
        ReadOnlySpan<char> rest = _text.Text.AsSpan(at.Position);
        if (at.Position == at.LineStart && rest.StartsWith("---"))
        {
            int end = rest.IndexOf('\n');
            if (end < 0 || !rest[3..end].Trim(" \t\r").IsEmpty)
            {
                return null;
            }

            at = SkipSpace(at with { Position = at.Position + 3 });
            rest = _text.Text.AsSpan(at.Position);
        }

        return rest is ['{', ..] && rest[1..].TrimStart(" \t\r\n") is ['"' or '}', ..] ? at : null;
    }

    private void ReadJson(TextCursor start)
    {
        TextCursor end = start;
        if (_json.TryRead(ref end))
        {
            TextCursor next = SkipSpace(end);
            bool isAlone = next.Position >= _text.Text.Length || next.Position == next.LineStart || _text.Text[next.Position] == '{';
            if (isAlone && !_text.HasLoneSurrogate(start.Position, end.Position))
            {
                _cursor = next;
                return;
            }
        }

        Document.Clear();
        ReadFully(start, _json.Error);
    }

    /// <summary>Reads a document with YamlDotNet's parser.</summary>
    /// <param name="start">The document.</param>
    /// <param name="jsonError">Why it is no JSON, if it should be.</param>
    private void ReadFully(TextCursor start, ManifestSyntaxException? jsonError)
    {
        FullyParsed++;
        int end = _text.FindEnd(start, out _cursor);
        try
        {
            if (jsonError is not null)
            {
                throw jsonError;
            }

            RefuseForbidden(start, end);
            YamlEventReader.Read(_text.Text[start.Position..end], Document, _limits, start);
            ForgetNull();
        }
        catch (ManifestSyntaxException e)
        {
            Document.Clear();
            Document.IsSecret = SecretSuspicion.MayBeSecret(_text.Text.AsSpan(start.Position, end - start.Position));
            Report(e, start);
        }
    }

    // An empty document and one that says null are the same.
    private void ForgetNull()
    {
        if (!Document.IsEmpty && Document.Root.Kind == UntypedKind.Null)
        {
            Document.Clear();
        }
    }

    private void RefuseForbidden(TextCursor start, int end)
    {
        int index = _text.IndexOfForbidden(start.Position, end);
        if (index >= 0)
        {
            ReadOnlySpan<char> before = _text.Text.AsSpan(start.Position, index - start.Position);
            int lineStart = before.LastIndexOf('\n');
            int column = lineStart < 0 ? index - start.LineStart + 1 : before.Length - lineStart;
            throw new ManifestSyntaxException(start.Line + before.Count('\n'), column, $"the character U+{(int)_text.Text[index]:X4} is not allowed");
        }
    }

    private void Report(ManifestSyntaxException error, TextCursor start)
    {
        string message = error.Message;
        if (!Document.IsSecret)
        {
            string line = LineOf(error.Line, start);
            message += error.Quoted is null ? "" : $" ({error.Quoted})";
            message += line.Length == 0 ? "" : $", in '{line}'";
        }

        Document.Report(ReadingDiagnostics.Syntax.At("", $"{message}.") with { Position = Document.PositionAt(error.Line, error.Column) });
    }

    private string LineOf(int line, TextCursor start)
    {
        int at = start.Position;
        for (int i = start.Line; i < line && at >= 0; i++)
        {
            int next = _text.Text.AsSpan(at).IndexOf('\n');
            at = next < 0 ? -1 : at + next + 1;
        }

        if (at < 0)
        {
            return "";
        }

        ReadOnlySpan<char> text = _text.LineAt(at).Trim();
        return text.Length <= ExcerptLength ? text.ToString() : $"{text[..ExcerptLength]}...";
    }

    private TextCursor SkipSpace(TextCursor at)
    {
        (int position, int line, int lineStart) = at;
        for (; position < _text.Text.Length && _text.Text[position] is ' ' or '\t' or '\r' or '\n'; position++)
        {
            if (_text.Text[position] == '\n')
            {
                (line, lineStart) = (line + 1, position + 1);
            }
        }

        return new TextCursor(position, line, lineStart);
    }
}
