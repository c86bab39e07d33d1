namespace Mesh.Sdk.Apply.Merging;

/// <summary>What applying an object leads to.</summary>
/// <param name="Object">The object as it is afterwards, were the conflicts won.</param>
/// <param name="Conflicts">Fields that others own and have set to other values.</param>
internal sealed record MergeOutcome(ManagedObject Object, IReadOnlyList<FieldConflict> Conflicts);
