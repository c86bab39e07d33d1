using System.Collections;

namespace Mesh.Sdk.Resources;

/// <summary>
/// Fields that a schema does not know, in the order they were read. Compares by value, whatever the order.
/// <c>default</c> has no fields.
/// </summary>
public readonly struct UntypedFields : IReadOnlyCollection<KeyValuePair<string, UntypedValue>>, IEquatable<UntypedFields>
{
    private const int Small = 16;

    private readonly KeyValuePair<string, UntypedValue>[]? _fields;

    /// <summary>Copies fields.</summary>
    /// <exception cref="ArgumentException">A name stands twice.</exception>
    public UntypedFields(IEnumerable<KeyValuePair<string, UntypedValue>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        _fields = [.. fields];
        if (FindRepeated(_fields) is { } repeated)
        {
            throw new ArgumentException($"The field '{repeated}' stands twice.", nameof(fields));
        }
    }

    /// <summary>Gets the number of fields.</summary>
    public int Count => _fields?.Length ?? 0;

    /// <summary>Gets the value of a field; <see langword="null"/> if there is none of this name.</summary>
    public UntypedValue? this[string name]
    {
        get
        {
            foreach ((string key, UntypedValue value) in AsSpan())
            {
                if (key == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>Compares the fields by value.</summary>
    public static bool operator ==(UntypedFields left, UntypedFields right) => left.Equals(right);

    /// <summary>Compares the fields by value.</summary>
    public static bool operator !=(UntypedFields left, UntypedFields right) => !left.Equals(right);

    /// <summary>Returns the fields with one set, in its place or at the end.</summary>
    public UntypedFields With(string name, UntypedValue value)
    {
        KeyValuePair<string, UntypedValue> field = new(name, value);
        return this[name] is null
            ? new([.. _fields ?? [], field])
            : new((_fields ?? []).Select(f => f.Key == name ? field : f));
    }

    /// <summary>Returns the fields without one.</summary>
    public UntypedFields Without(string name) => new((_fields ?? []).Where(f => f.Key != name));

    /// <summary>Gets the fields without copying.</summary>
    public ReadOnlySpan<KeyValuePair<string, UntypedValue>> AsSpan() => _fields;

    /// <summary>Enumerates without allocating.</summary>
    public ReadOnlySpan<KeyValuePair<string, UntypedValue>>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(UntypedFields other)
    {
        if (Count != other.Count)
        {
            return false;
        }

        foreach ((string name, UntypedValue value) in AsSpan())
        {
            if (!value.Equals(other[name]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is UntypedFields other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Count;
        foreach ((string name, UntypedValue value) in AsSpan())
        {
            hash ^= HashCode.Combine(name, value);
        }

        return hash;
    }

    /// <summary>Returns the names only, as the values may be secret.</summary>
    public override string ToString() => string.Join(", ", (_fields ?? []).Select(f => f.Key));

    IEnumerator<KeyValuePair<string, UntypedValue>> IEnumerable<KeyValuePair<string, UntypedValue>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, UntypedValue>>)(_fields ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_fields ?? []).GetEnumerator();

    // Most maps are small, and looking through them is cheaper than a set of names.
    private static string? FindRepeated(KeyValuePair<string, UntypedValue>[] fields)
    {
        if (fields.Length > Small)
        {
            HashSet<string> names = new(StringComparer.Ordinal);
            return fields.FirstOrDefault(f => !names.Add(f.Key)).Key;
        }

        for (int i = 1; i < fields.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (fields[i].Key == fields[j].Key)
                {
                    return fields[i].Key;
                }
            }
        }

        return null;
    }
}
