namespace Mesh.Sdk.Analysis.Indices;

/// <summary>
/// Values by key and by the cluster they are meant for. A cluster sees its own and those that are meant for none in
/// particular; what is meant for none in particular sees all.
/// </summary>
internal sealed class ClusterIndex<TKey, TValue>
    where TKey : notnull
{
    private readonly Dictionary<(string Cluster, TKey Key), List<TValue>> _values = [];
    private readonly Dictionary<TKey, List<TValue>> _all = [];

    public void Add(string cluster, TKey key, TValue value)
    {
        ListOf(_values, (cluster, key)).Add(value);
        ListOf(_all, key).Add(value);
    }

    public IEnumerable<TValue> Find(string cluster, TKey key)
    {
        if (cluster.Length == 0)
        {
            return Get(_all, key);
        }

        List<TValue> own = Get(_values, (cluster, key));
        List<TValue> shared = Get(_values, ("", key));
        return shared.Count == 0 ? own : own.Concat(shared);
    }

    private static List<TValue> ListOf<T>(Dictionary<T, List<TValue>> lists, T key)
        where T : notnull
    {
        if (!lists.TryGetValue(key, out List<TValue>? list))
        {
            lists.Add(key, list = []);
        }

        return list;
    }

    private static List<TValue> Get<T>(Dictionary<T, List<TValue>> lists, T key)
        where T : notnull => lists.TryGetValue(key, out List<TValue>? list) ? list : [];
}
