namespace Mesh.Sdk.Codegen.Input;

/// <summary>All that was read for an area.</summary>
public sealed record SchemaSet(IReadOnlyList<Definition> Definitions);
