using System.Buffers;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Resources;

/// <summary>
/// Writes resources as YAML in the style of Kubernetes: UTF-8, block style, two spaces, list items under their field,
/// documents separated by <c>---</c>. A text is quoted where Kubernetes' YAML 1.1 parser or a common one would read something
/// else; several lines become a literal block where that holds them exactly. Lines are never folded.
/// </summary>
/// <remarks>
/// What is written reaches the output with <see cref="Flush"/> or <see cref="Dispose"/>. Not safe for several threads.
/// A text with half a surrogate pair is refused with an <see cref="ArgumentException"/>, as no UTF-8 text can hold it.
/// </remarks>
public sealed partial class YamlResourceWriter : ResourceWriter, IDisposable
{
    private const int Step = 2;

    // go-yaml and YamlDotNet refuse simple keys of more than 1024 characters; an escaped character takes up to six.
    private const int LongName = 160;

    private Utf8Buffer _buffer;
    private Level[] _levels = new Level[16];
    private int _depth = -1;
    private bool _isNamed;
    private bool _hasDocument;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Receives the bytes.</param>
    public YamlResourceWriter(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _buffer = new Utf8Buffer(output);
    }

    /// <inheritdoc/>
    public override void BeginMap() => Open(isList: false);

    /// <inheritdoc/>
    public override void EndMap() => Close(isList: false, "{}\n"u8);

    /// <inheritdoc/>
    public override void BeginList() => Open(isList: true);

    /// <inheritdoc/>
    public override void EndList() => Close(isList: true, "[]\n"u8);

    /// <inheritdoc/>
    public override void Name(ReadOnlySpan<byte> name)
    {
        _buffer.Line(StartField(), name, (byte)':');
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The name has half a surrogate pair.</exception>
    public override void Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ScalarStyle style = YamlText.StyleOfName(name);
        _buffer.Spaces(StartField());
        bool isLong = name.Length > LongName;
        if (isLong)
        {
            _buffer.Add("? "u8);
        }

        WriteOnOneLine(name, style);
        if (isLong)
        {
            _buffer.Add((byte)'\n');
            _buffer.Spaces(_levels[_depth].Indent);
        }

        _buffer.Add((byte)':');
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The text has half a surrogate pair.</exception>
    public override void Value(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        StartScalar();
        if (!YamlText.HasPlainEnds(value) || !_buffer.TryPlainLine(value))
        {
            WriteAnalysed(value);
        }
    }

    /// <inheritdoc/>
    public override void Value(long value)
    {
        StartScalar();
        _buffer.Number(value);
        _buffer.Add((byte)'\n');
    }

    /// <inheritdoc/>
    public override void Value(TimeSpan value)
    {
        StartScalar();
        _buffer.Duration(value);
        _buffer.Add((byte)'\n');
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The number is not finite, which JSON and so Kubernetes can't hold.</exception>
    public override void Value(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("Only finite numbers can be written.", nameof(value));
        }

        StartScalar();
        _buffer.Number(value);
        _buffer.Add((byte)'\n');
    }

    /// <inheritdoc/>
    public override void Value(bool value) => WriteScalar(value ? "true\n"u8 : "false\n"u8);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">This is no JSON number, or one too large for a double.</exception>
    public override void Number(string jsonNumber)
    {
        JsonNumbers.Check(jsonNumber);
        StartScalar();
        _buffer.Ascii(jsonNumber);
        _buffer.Add((byte)'\n');
    }

    /// <inheritdoc/>
    public override void Null() => WriteScalar("null\n"u8);

    /// <summary>Hands everything written so far to the output.</summary>
    public void Flush() => _buffer.Flush();

    /// <summary>Hands everything written so far to the output and releases memory.</summary>
    public void Dispose()
    {
        _buffer.Flush();
        _buffer.Release();
    }

    private void WriteScalar(ReadOnlySpan<byte> text)
    {
        StartScalar();
        _buffer.Add(text);
    }

    /// <summary>Goes to where a name belongs, and returns how many spaces it still needs.</summary>
    private int StartField()
    {
        if (_depth < 0 || _levels[_depth].IsList || _isNamed)
        {
            throw new InvalidOperationException("A name belongs into a map, before each value.");
        }

        _isNamed = true;
        return StartLine(ref _levels[_depth]);
    }

    private int StartLine(ref Level level)
    {
        if (level.HasChildren)
        {
            return level.Indent;
        }

        level.HasChildren = true;
        if (level.StartsInLine)
        {
            return 0;
        }

        _buffer.Add((byte)'\n');
        return level.Indent;
    }

    private void StartScalar()
    {
        if (StartValue())
        {
            _buffer.Add((byte)' ');
        }
    }

    /// <summary>Goes to where a value belongs, and returns whether a name stands before it.</summary>
    private bool StartValue()
    {
        if (_isNamed)
        {
            _isNamed = false;
            return true;
        }

        if (_depth < 0)
        {
            StartDocument();
            return false;
        }

        ref Level level = ref _levels[_depth];
        if (!level.IsList)
        {
            throw new InvalidOperationException("A value in a map needs a name.");
        }

        _buffer.Spaces(StartLine(ref level));
        _buffer.Add("- "u8);
        return false;
    }

    private void StartDocument()
    {
        if (_hasDocument)
        {
            _buffer.Add("---\n"u8);
        }

        _hasDocument = true;
    }

    private void Open(bool isList)
    {
        bool afterName = StartValue();
        int indent = _depth < 0 ? 0 : _levels[_depth].Indent + (afterName && isList ? 0 : Step);
        if (++_depth == _levels.Length)
        {
            Array.Resize(ref _levels, _depth * 2);
        }

        _levels[_depth] = new Level { IsList = isList, Indent = indent, StartsInLine = !afterName };
    }

    private void Close(bool isList, ReadOnlySpan<byte> empty)
    {
        if (_depth < 0 || _levels[_depth].IsList != isList || _isNamed)
        {
            throw new InvalidOperationException("What ends here did not begin, or a name has no value.");
        }

        ref Level level = ref _levels[_depth--];
        if (!level.HasChildren)
        {
            if (!level.StartsInLine)
            {
                _buffer.Add((byte)' ');
            }

            _buffer.Add(empty);
        }
    }

    /// <summary>An open map or list.</summary>
    private struct Level
    {
        public bool IsList;
        public bool HasChildren;

        /// <summary>The first child stands in the line that is being written, behind a dash or at the top.</summary>
        public bool StartsInLine;
        public int Indent;
    }
}
