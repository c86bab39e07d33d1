using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>Objects of one kind that select the same pods, or are several without selector in one namespace.</summary>
/// <remarks>Source: Istio, <c>analyzers/sidecar</c> and <c>analyzers/telemetry</c>.</remarks>
/// <typeparam name="T">The kind.</typeparam>
internal sealed class SelectorConflicts<T>
    where T : IResource
{
    private readonly Dictionary<ResourceKey, (string Others, string Pod)> _samePod = [];
    private readonly Dictionary<(string Cluster, string Namespace), List<ResourceKey>> _withoutSelector = [];

    /// <param name="context">The objects.</param>
    /// <param name="selectorOf">Gets the selector of an object; <see langword="null"/> if it is for its whole namespace.</param>
    /// <param name="counts">Tells the pods that objects of the kind apply to.</param>
    public SelectorConflicts(AnalysisContext context, Func<T, EquatableMap<string>?> selectorOf, Func<PodTemplate, bool> counts)
    {
        Dictionary<PodTemplate, List<ResourceKey>> byPod = new(ReferenceEqualityComparer.Instance);
        foreach ((T resource, Place place) in context.Each<T>())
        {
            switch (selectorOf(resource))
            {
                case null:
                    Put(_withoutSelector, (place.Key.Cluster, Names.NamespaceOf(place.Key)), place.Key);
                    break;
                case { Count: > 0 } selector:
                    foreach (PodTemplate pod in PodIndex.Of(context).Select(selector, Names.NamespaceOf(place.Key)).Where(counts))
                    {
                        Put(byPod, pod, place.Key);
                    }

                    break;
            }
        }

        foreach ((PodTemplate pod, List<ResourceKey> keys) in byPod)
        {
            foreach (IGrouping<string, ResourceKey> cluster in keys.GroupBy(key => key.Cluster).Where(group => group.Count() > 1))
            {
                string names = Names.Join(cluster.Select(key => key.Name));
                foreach (ResourceKey key in cluster)
                {
                    _samePod.TryAdd(key, (names, pod.Key.Name));
                }
            }
        }
    }

    public (string Others, string Pod)? SamePod(ResourceKey key) =>
        _samePod.TryGetValue(key, out (string Others, string Pod) conflict) ? conflict : null;

    /// <summary>Gets the names of all without selector in an object's namespace.</summary>
    public IReadOnlyList<ResourceKey> WithoutSelector(ResourceKey key) =>
        _withoutSelector.TryGetValue((key.Cluster, Names.NamespaceOf(key)), out List<ResourceKey>? keys) ? keys : [];

    private static void Put<TKey>(Dictionary<TKey, List<ResourceKey>> lists, TKey key, ResourceKey value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out List<ResourceKey>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(value);
    }
}
