namespace Mesh.Sdk.Codegen.Model;

/// <summary>A value of an enum.</summary>
/// <param name="Name">Name in C#.</param>
/// <param name="Text">Text in manifests.</param>
/// <param name="Summary">Description; <see langword="null"/> if there is none.</param>
public sealed record EnumMember(string Name, string Text, string? Summary);
