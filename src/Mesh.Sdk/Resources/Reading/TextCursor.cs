namespace Mesh.Sdk.Resources.Reading;

/// <summary>The start of a line, or a place in it.</summary>
/// <param name="Position">Index in the text.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="LineStart">Index of the start of the line.</param>
internal readonly record struct TextCursor(int Position, int Line, int LineStart)
{
    public int Column => Position - LineStart + 1;
}
