namespace Mesh.Sdk.Resources.Writing;

/// <summary>How a text stands in YAML.</summary>
internal enum ScalarStyle
{
    /// <summary>As it is, and all of it ASCII.</summary>
    PlainAscii,

    /// <summary>As it is.</summary>
    Plain,

    /// <summary>In double quotes.</summary>
    Quoted,

    /// <summary>As a literal block.</summary>
    Literal,
}
