namespace Mesh.Sdk.Kafka.MirrorMaker.Dedicated;

/// <summary>Properties in ordinal order, so that those behind a prefix are found without looking at all others.</summary>
internal sealed class PropertyIndex
{
    private readonly string[] _names;
    private readonly string[] _values;

    public PropertyIndex(SettingMap properties) => (_names, _values) = ([.. properties.Keys], [.. properties.Values]);

    /// <summary>Returns the properties that start with a prefix and go on, without the prefix.</summary>
    public IEnumerable<KeyValuePair<string, string>> Behind(string prefix)
    {
        int i = Array.BinarySearch(_names, prefix, StringComparer.Ordinal);
        for (i = i < 0 ? ~i : i + 1; i < _names.Length && _names[i].StartsWith(prefix, StringComparison.Ordinal); i++)
        {
            yield return new(_names[i][prefix.Length..], _values[i]);
        }
    }
}
