namespace Mesh.Sdk.Kafka.MirrorMaker;

/// <summary>Settings by name, in ordinal order, put together the way Kafka does it.</summary>
internal sealed class SettingMap : SortedDictionary<string, string>
{
    public SettingMap()
        : base(StringComparer.Ordinal)
    {
    }

    public SettingMap(IEnumerable<KeyValuePair<string, string>> entries)
        : this() => Put(entries);

    /// <summary>Returns the entries that start with a prefix and go on.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Stripped(IEnumerable<KeyValuePair<string, string>> entries, string prefix) =>
        entries.Where(e => e.Key.Length > prefix.Length && e.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(e => KeyValuePair.Create(e.Key[prefix.Length..], e.Value));

    public void Put(IEnumerable<KeyValuePair<string, string>> entries)
    {
        foreach ((string name, string value) in entries)
        {
            this[name] = value;
        }
    }

    public void PutIfAbsent(string name, string value) => this.TryAdd(name, value);
}
