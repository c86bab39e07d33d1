namespace Mesh.Sdk.Diagnostics;

/// <summary>A place in a text that was read.</summary>
/// <param name="Source">Name of the text, usually a file path.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in UTF-16 units, from 1.</param>
public readonly record struct SourcePosition(string Source, int Line, int Column)
{
    /// <summary>Returns <c>source(line,column)</c>, the form that editors and build logs understand.</summary>
    public override string ToString() => $"{Source}({Line},{Column})";
}
