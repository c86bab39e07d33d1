using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Resources;

/// <summary>An object that differs between two sets.</summary>
/// <param name="Key">What identifies it.</param>
/// <param name="Before">The earlier object.</param>
/// <param name="After">The later object.</param>
public sealed record ResourceChange(ResourceKey Key, IResource Before, IResource After)
{
    /// <summary>Gets the fields that differ, in the order of the API.</summary>
    public IEnumerable<FieldChange> Fields =>
        FieldChange.Between(UntypedWriter.ToUntyped(Before), UntypedWriter.ToUntyped(After));

    /// <summary>Returns the key and the paths of the fields, without values.</summary>
    public override string ToString() => $"{Key}: {string.Join(", ", Fields.Select(f => f.Path))}";
}
