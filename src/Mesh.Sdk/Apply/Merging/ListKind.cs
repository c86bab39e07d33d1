namespace Mesh.Sdk.Apply.Merging;

/// <summary>How the lists of two managers become one, as <c>x-kubernetes-list-type</c> says.</summary>
internal enum ListKind
{
    /// <summary>The list has one owner and is replaced as a whole.</summary>
    Atomic,

    /// <summary>Each value stands once and has its own owners.</summary>
    Set,

    /// <summary>Each item is found by its key fields, and each of its fields has its own owners.</summary>
    Map,
}
