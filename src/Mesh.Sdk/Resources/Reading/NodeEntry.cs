namespace Mesh.Sdk.Resources.Reading;

/// <summary>A value in the flat tree of a document: a container is followed by its children.</summary>
internal struct NodeEntry
{
    public UntypedKind Kind;

    /// <summary>An earlier field of the map has this name; reported, and not read.</summary>
    public bool IsRepeated;

    /// <summary>Name of the field in its map; null for items and the root.</summary>
    public string? Name;

    /// <summary>Text of a scalar where it differs from the source, as escapes and folding make it.</summary>
    public string? Text;

    /// <summary>Span of a scalar in the source.</summary>
    public int Start;
    public int Length;

    public int Line;
    public int Column;

    /// <summary>Index of the container; -1 for the root.</summary>
    public int Parent;

    /// <summary>Index behind the value and all it contains.</summary>
    public int Next;
}
