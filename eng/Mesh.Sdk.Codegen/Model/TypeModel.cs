namespace Mesh.Sdk.Codegen.Model;

/// <summary>All types of an area.</summary>
public sealed record TypeModel(IReadOnlyList<RecordType> Records, IReadOnlyList<EnumType> Enums);
