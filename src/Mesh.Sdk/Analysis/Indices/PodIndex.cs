using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>Pods and templates of pods of all clusters, by label and namespace.</summary>
internal sealed class PodIndex
{
    private readonly List<PodTemplate> _all = [];
    private readonly List<PodTemplate> _selectable = [];
    private readonly Dictionary<string, List<PodTemplate>> _byNamespace = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Key, string Value), List<PodTemplate>> _byLabel = [];

    private PodIndex(AnalysisContext context)
    {
        Dictionary<(string Cluster, string Name), EquatableMap<string>> nodes = [];
        foreach ((Node node, Place place) in context.Each<Node>())
        {
            nodes[(place.Key.Cluster, place.Key.Name)] = node.Metadata.Labels;
        }

        foreach ((IResource resource, Place place) in context.Each<IResource>())
        {
            if (PodTemplate.From(resource, place) is { } pod)
            {
                _all.Add(OnNode(pod, nodes));
            }
        }

        LacksPlatform = context.SeesPlatform && !_all.Exists(pod => pod.Namespace == context.Defaults.RootNamespace || pod.Labels.ContainsKey("istio"));
        AssumedIngress = LacksPlatform ? DefaultIngress.Pod(context) : null;
        foreach (PodTemplate pod in AssumedIngress is null ? _all : _all.Append(AssumedIngress))
        {
            Add(pod);
        }
    }

    /// <summary>Gets those that are among the objects.</summary>
    public IReadOnlyList<PodTemplate> All => _all;

    /// <summary>Gets whether no pod of Istio's own is among the objects, though the platform is there.</summary>
    public bool LacksPlatform { get; }

    /// <summary>Gets the pod of the default ingress gateway, which selectors select where Istio's own pods are lacking; otherwise <see langword="null"/>.</summary>
    public PodTemplate? AssumedIngress { get; }

    public static PodIndex Of(AnalysisContext context) => context.Index(static c => new PodIndex(c));

    public IReadOnlyList<PodTemplate> In(string @namespace) => _byNamespace.TryGetValue(@namespace, out List<PodTemplate>? pods) ? pods : [];

    /// <summary>Gets what a selector selects in all namespaces; an empty one selects everything.</summary>
    public IEnumerable<PodTemplate> Select(EquatableMap<string> selector) => Fewest(selector).Where(pod => pod.IsSelected(selector));

    /// <summary>Gets what a selector selects in a namespace.</summary>
    public IEnumerable<PodTemplate> Select(EquatableMap<string> selector, string @namespace)
    {
        List<PodTemplate> fewest = Fewest(selector);
        IReadOnlyList<PodTemplate> local = In(@namespace);
        return local.Count < fewest.Count
            ? local.Where(pod => pod.IsSelected(selector))
            : fewest.Where(pod => pod.Namespace == @namespace && pod.IsSelected(selector));
    }

    // A label that says where a pod runs can't be looked up: templates don't have it yet.
    private List<PodTemplate> Fewest(EquatableMap<string> selector)
    {
        List<PodTemplate> fewest = _selectable;
        foreach ((string key, string value) in selector)
        {
            if (!PodTemplate.IsTopology(key))
            {
                List<PodTemplate> pods = _byLabel.TryGetValue((key, value), out List<PodTemplate>? found) ? found : [];
                fewest = pods.Count < fewest.Count ? pods : fewest;
            }
        }

        return fewest;
    }

    private void Add(PodTemplate pod)
    {
        _selectable.Add(pod);
        Put(_byNamespace, pod.Namespace, pod);
        foreach ((string key, string value) in pod.Labels)
        {
            Put(_byLabel, (key, value), pod);
        }
    }

    private static void Put<T>(Dictionary<T, List<PodTemplate>> lists, T key, PodTemplate pod)
        where T : notnull
    {
        if (!lists.TryGetValue(key, out List<PodTemplate>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(pod);
    }

    private static PodTemplate OnNode(PodTemplate pod, Dictionary<(string Cluster, string Name), EquatableMap<string>> nodes)
    {
        if (pod.NodeName is not { Length: > 0 } node || !nodes.TryGetValue((pod.Key.Cluster, node), out EquatableMap<string> labels))
        {
            return pod;
        }

        Dictionary<string, string> enriched = new(pod.Labels, StringComparer.Ordinal) { [TopologyLabels.Hostname] = node };
        foreach (string label in (string[])[TopologyLabels.Region, TopologyLabels.Zone, TopologyLabels.SubZone])
        {
            if (labels.TryGetValue(label, out string? value) && value.Length > 0)
            {
                enriched[label] = value;
            }
        }

        return pod with { Labels = enriched };
    }
}
