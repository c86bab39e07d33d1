namespace Mesh.Sdk.Resources;

/// <summary>Makes lists that compare by value.</summary>
public static class EquatableList
{
    /// <summary>Copies items into a list; serves collection expressions.</summary>
    public static EquatableList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    /// <summary>Copies items into a list.</summary>
    public static EquatableList<T> ToEquatableList<T>(this IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new EquatableList<T>(items.ToArray());
    }

    /// <summary>Copies items into a list that is unset, and so not written, when there are none.</summary>
    public static EquatableList<T> ToEquatableListOrUnset<T>(this IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        T[] array = items.ToArray();
        return array.Length == 0 ? default : new EquatableList<T>(array);
    }
}
