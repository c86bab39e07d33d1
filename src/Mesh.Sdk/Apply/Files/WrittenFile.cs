using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Files;

/// <summary>A file that an applier wrote.</summary>
/// <param name="Path">Path below the folder of all clusters, with <c>/</c>.</param>
/// <param name="Key">The object in it.</param>
/// <param name="Manager">Name of the field manager that wrote it last.</param>
/// <param name="Set">Id of the set that it is a member of; <see langword="null"/> if it is of none.</param>
internal sealed record WrittenFile(string Path, ResourceKey Key, string Manager, string? Set)
{
    public Ownership Ownership => new(Set, [Manager]);
}
