namespace Mesh.Sdk.Resources.Reading;

/// <summary>A document is malformed; the next one may be read.</summary>
/// <param name="line">Line in the whole text, from 1.</param>
/// <param name="column">Column, from 1.</param>
/// <param name="message">What is wrong, without text of the document.</param>
/// <param name="quoted">Text of the document that the message may name unless it is a Secret.</param>
internal sealed class ManifestSyntaxException(int line, int column, string message, string? quoted = null) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;

    public string? Quoted { get; } = quoted;
}
