using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Workloads by their labels: a selector looks only at those that have its rarest label.</summary>
internal sealed class LabelIndex<T>
{
    private readonly Dictionary<(string Cluster, string Namespace, string Key, string Value), List<(EquatableMap<string> Labels, T Item)>> _items = [];

    public void Add(string cluster, string @namespace, EquatableMap<string> labels, T item)
    {
        foreach ((string key, string value) in labels)
        {
            (string, string, string, string) place = (cluster, @namespace, key, value);
            if (!_items.TryGetValue(place, out List<(EquatableMap<string>, T)>? items))
            {
                _items.Add(place, items = []);
            }

            items.Add((labels, item));
        }
    }

    /// <summary>Returns the workloads that a selector selects; an empty selector selects none, as in a Service.</summary>
    public IEnumerable<T> Select(string cluster, string @namespace, EquatableMap<string> selector)
    {
        List<(EquatableMap<string> Labels, T Item)>? fewest = null;
        foreach ((string key, string value) in selector)
        {
            if (!_items.TryGetValue((cluster, @namespace, key, value), out List<(EquatableMap<string>, T)>? items))
            {
                return [];
            }

            fewest = fewest is null || items.Count < fewest.Count ? items : fewest;
        }

        return fewest is null ? [] : fewest.Where(w => Failover.TopologyLabels.Select(selector, w.Labels)).Select(w => w.Item);
    }
}
