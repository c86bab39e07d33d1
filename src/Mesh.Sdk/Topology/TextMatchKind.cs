namespace Mesh.Sdk.Topology;

/// <summary>How a text is compared.</summary>
public enum TextMatchKind
{
    /// <summary>The whole text.</summary>
    Exact,

    /// <summary>The beginning of the text.</summary>
    Prefix,

    /// <summary>An RE2 expression for the whole text.</summary>
    Regex,
}
