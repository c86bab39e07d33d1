namespace Mesh.Sdk.Resources;

/// <summary>A field that differs between two objects.</summary>
/// <param name="Path">Place in the object, such as <c>spec.hosts[0]</c>.</param>
/// <param name="Before">The earlier value; <see langword="null"/> if the field was added.</param>
/// <param name="After">The later value; <see langword="null"/> if the field was removed.</param>
public sealed record FieldChange(string Path, UntypedValue? Before, UntypedValue? After)
{
    /// <summary>Compares two values down to the smallest parts that differ. Items of lists are compared by position.</summary>
    public static IEnumerable<FieldChange> Between(UntypedValue before, UntypedValue after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Between("", before, after);
    }

    private static IEnumerable<FieldChange> Between(string path, UntypedValue? before, UntypedValue? after) => (before, after) switch
    {
        ({ Kind: UntypedKind.Map }, { Kind: UntypedKind.Map }) => BetweenFields(path, before.Fields, after.Fields),
        ({ Kind: UntypedKind.List }, { Kind: UntypedKind.List }) => BetweenItems(path, before.Items, after.Items),
        _ => Equals(before, after) ? [] : [new FieldChange(path, before, after)],
    };

    private static IEnumerable<FieldChange> BetweenFields(string path, UntypedFields before, UntypedFields after) =>
        before.Select(f => f.Key)
            .Union(after.Select(f => f.Key))
            .SelectMany(name => Between(path.Length == 0 ? name : $"{path}.{name}", before[name], after[name]));

    private static IEnumerable<FieldChange> BetweenItems(string path, EquatableList<UntypedValue> before, EquatableList<UntypedValue> after) =>
        Enumerable.Range(0, Math.Max(before.Count, after.Count))
            .SelectMany(i => Between($"{path}[{i}]", i < before.Count ? before[i] : null, i < after.Count ? after[i] : null));
}
