namespace Mesh.Sdk.Codegen.Input;

/// <summary>Fields of which only one may stand.</summary>
/// <param name="Fields">The fields.</param>
/// <param name="IsOptional">Whether none of them may stand.</param>
public sealed record Union(IReadOnlyList<string> Fields, bool IsOptional);
