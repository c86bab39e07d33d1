using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Mesh.Sdk.Resources;

/// <summary>
/// An immutable map with text keys that compares by value and keeps its keys in ordinal order. <c>default</c> is unset,
/// which differs from empty. Write one as <c>[new("app", "frontpage")]</c> or give a <see cref="Dictionary{TKey,TValue}"/>.
/// </summary>
/// <typeparam name="TValue">Type of the values; compared with its default comparer.</typeparam>
[CollectionBuilder(typeof(EquatableMap), nameof(EquatableMap.Create))]
public readonly struct EquatableMap<TValue> : IReadOnlyDictionary<string, TValue>, IEquatable<EquatableMap<TValue>>
{
    private readonly KeyValuePair<string, TValue>[]? _entries;

    internal EquatableMap(KeyValuePair<string, TValue>[] sortedEntries) => _entries = sortedEntries;

    /// <summary>Gets whether the map was given, be it empty. An unset map is not written.</summary>
    public bool IsSet => _entries is not null;

    /// <summary>Gets the number of entries; 0 if unset.</summary>
    public int Count => _entries?.Length ?? 0;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => (_entries ?? []).Select(e => e.Key);

    /// <inheritdoc/>
    public IEnumerable<TValue> Values => (_entries ?? []).Select(e => e.Value);

    /// <inheritdoc/>
    public TValue this[string key] =>
        TryGetValue(key, out TValue? value) ? value : throw new KeyNotFoundException($"There is no key '{key}'.");

    /// <summary>Copies a dictionary.</summary>
    public static implicit operator EquatableMap<TValue>(Dictionary<string, TValue> entries) => entries.ToEquatableMap();

    /// <summary>Compares two maps entry by entry.</summary>
    public static bool operator ==(EquatableMap<TValue> left, EquatableMap<TValue> right) => left.Equals(right);

    /// <summary>Compares two maps entry by entry.</summary>
    public static bool operator !=(EquatableMap<TValue> left, EquatableMap<TValue> right) => !left.Equals(right);

    /// <summary>Returns a map in which the key has this value.</summary>
    public EquatableMap<TValue> With(string key, TValue value) =>
        AsSpan().ToArray().Where(e => e.Key != key).Append(new(key, value)).ToEquatableMap();

    /// <summary>Gets the entries, by key in ordinal order, without copying.</summary>
    public ReadOnlySpan<KeyValuePair<string, TValue>> AsSpan() => _entries;

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TValue value)
    {
        int low = 0;
        int high = Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = string.CompareOrdinal(_entries![middle].Key, key);
            if (order == 0)
            {
                value = _entries[middle].Value;
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        value = default;
        return false;
    }

    /// <summary>Enumerates without allocating.</summary>
    public ReadOnlySpan<KeyValuePair<string, TValue>>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(EquatableMap<TValue> other)
    {
        if (IsSet != other.IsSet || Count != other.Count)
        {
            return false;
        }

        for (int i = 0; i < Count; i++)
        {
            if (_entries![i].Key != other._entries![i].Key
                || !EqualityComparer<TValue>.Default.Equals(_entries[i].Value, other._entries[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableMap<TValue> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach ((string key, TValue value) in AsSpan())
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>Returns the entries in braces.</summary>
    public override string ToString() => $"{{{string.Join(", ", (_entries ?? []).Select(e => $"{e.Key}: {e.Value}"))}}}";

    IEnumerator<KeyValuePair<string, TValue>> IEnumerable<KeyValuePair<string, TValue>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, TValue>>)(_entries ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_entries ?? []).GetEnumerator();
}
