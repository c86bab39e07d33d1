namespace Mesh.Sdk.Resources;

/// <summary>The shapes that a value can have in a manifest.</summary>
public enum UntypedKind
{
    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A number, kept as it was written.</summary>
    Number,

    /// <summary>A text.</summary>
    String,

    /// <summary>A list.</summary>
    List,

    /// <summary>Fields with names.</summary>
    Map,
}
