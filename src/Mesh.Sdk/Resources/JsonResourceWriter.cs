using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Resources;

/// <summary>Writes one resource, or any value, as JSON in UTF-8. Several resources are written as the items of a list.</summary>
/// <remarks>
/// What is written reaches the output with <see cref="Flush"/> or <see cref="Dispose"/>. Not safe for several threads.
/// A text with half a surrogate pair is refused with an <see cref="ArgumentException"/>, as no UTF-8 text can hold it.
/// Not meant for embedding into HTML: <c>&lt;</c> and the like are not escaped.
/// </remarks>
public sealed class JsonResourceWriter : ResourceWriter, IDisposable
{
    // Deeper than any document that can be read.
    private const int MaxDepth = 10_000;

    private readonly Utf8JsonWriter _writer;

    /// <summary>Makes a writer of compact JSON.</summary>
    /// <param name="output">Receives the bytes.</param>
    public JsonResourceWriter(IBufferWriter<byte> output)
        : this(output, indented: false)
    {
    }

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Receives the bytes.</param>
    /// <param name="indented">Whether each field has a line of its own, indented by two spaces.</param>
    public JsonResourceWriter(IBufferWriter<byte> output, bool indented)
        : this(output, indented, indentSize: 2)
    {
    }

    internal JsonResourceWriter(IBufferWriter<byte> output, bool indented, int indentSize)
    {
        ArgumentNullException.ThrowIfNull(output);
        _writer = new Utf8JsonWriter(output, new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Indented = indented,
            IndentSize = indentSize,
            NewLine = "\n",
            MaxDepth = MaxDepth,
        });
    }

    /// <inheritdoc/>
    public override void BeginMap() => _writer.WriteStartObject();

    /// <inheritdoc/>
    public override void EndMap() => _writer.WriteEndObject();

    /// <inheritdoc/>
    public override void BeginList() => _writer.WriteStartArray();

    /// <inheritdoc/>
    public override void EndList() => _writer.WriteEndArray();

    /// <inheritdoc/>
    public override void Name(ReadOnlySpan<byte> name) => _writer.WritePropertyName(name);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The name has half a surrogate pair.</exception>
    public override void Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Surrogates.RefuseLone(name);
        _writer.WritePropertyName(name);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The text has half a surrogate pair.</exception>
    public override void Value(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Surrogates.RefuseLone(value);
        _writer.WriteStringValue(value);
    }

    /// <inheritdoc/>
    public override void Value(long value) => _writer.WriteNumberValue(value);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The number is not finite, which JSON can't hold.</exception>
    public override void Value(double value) => _writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public override void Value(bool value) => _writer.WriteBooleanValue(value);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">This is no JSON number, or one too large for a double.</exception>
    public override void Number(string jsonNumber)
    {
        JsonNumbers.Check(jsonNumber);
        _writer.WriteRawValue(jsonNumber, skipInputValidation: true);
    }

    /// <inheritdoc/>
    public override void Null() => _writer.WriteNullValue();

    /// <summary>Hands everything written so far to the output.</summary>
    public void Flush() => _writer.Flush();

    /// <summary>Hands everything written so far to the output and releases memory.</summary>
    public void Dispose() => _writer.Dispose();
}
