namespace Mesh.Sdk.Resources;

/// <summary>Makes maps that compare by value.</summary>
public static class EquatableMap
{
    /// <summary>Copies entries into a map; serves collection expressions.</summary>
    /// <exception cref="ArgumentException">A key stands twice.</exception>
    public static EquatableMap<TValue> Create<TValue>(ReadOnlySpan<KeyValuePair<string, TValue>> entries) =>
        Sort(entries.ToArray());

    /// <summary>Copies entries into a map.</summary>
    /// <exception cref="ArgumentException">A key stands twice.</exception>
    public static EquatableMap<TValue> ToEquatableMap<TValue>(this IEnumerable<KeyValuePair<string, TValue>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return Sort(entries.ToArray());
    }

    private static EquatableMap<TValue> Sort<TValue>(KeyValuePair<string, TValue>[] entries)
    {
        if (IsSorted(entries))
        {
            return new EquatableMap<TValue>(entries);
        }

        Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        for (int i = 1; i < entries.Length; i++)
        {
            if (entries[i].Key == entries[i - 1].Key)
            {
                throw new ArgumentException($"The key '{entries[i].Key}' stands twice.", nameof(entries));
            }
        }

        return new EquatableMap<TValue>(entries);
    }

    private static bool IsSorted<TValue>(KeyValuePair<string, TValue>[] entries)
    {
        for (int i = 1; i < entries.Length; i++)
        {
            if (string.CompareOrdinal(entries[i - 1].Key, entries[i].Key) >= 0)
            {
                return false;
            }
        }

        return true;
    }
}
