using System.Collections.Immutable;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Merging;

/// <summary>An object and who owns which of its fields.</summary>
/// <param name="Tree">The whole object.</param>
/// <param name="Managers">The fields of each manager, by its name.</param>
internal sealed record ManagedObject(UntypedValue Tree, ImmutableSortedDictionary<string, FieldSet> Managers)
{
    /// <summary>What is there before an object is created.</summary>
    public static readonly ManagedObject Nothing = new(UntypedValue.From(default(UntypedFields)), ImmutableSortedDictionary.Create<string, FieldSet>(StringComparer.Ordinal));
}
