namespace Mesh.Sdk.Codegen;

/// <summary>A file of the repository.</summary>
/// <param name="Path">Path relative to the repository.</param>
/// <param name="Content">Text.</param>
public sealed record GeneratedFile(string Path, string Content);
