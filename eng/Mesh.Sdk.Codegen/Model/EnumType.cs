namespace Mesh.Sdk.Codegen.Model;

/// <summary>An enum to generate.</summary>
public sealed record EnumType(string Name, string Summary, IReadOnlyList<EnumMember> Members);
