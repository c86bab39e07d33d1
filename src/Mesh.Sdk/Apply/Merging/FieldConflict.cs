namespace Mesh.Sdk.Apply.Merging;

/// <summary>A field that another manager owns and has set to another value.</summary>
/// <param name="Path">Place of the field, such as <c>spec.replicas</c>.</param>
/// <param name="Manager">Name of the other manager.</param>
internal readonly record struct FieldConflict(string Path, string Manager);
