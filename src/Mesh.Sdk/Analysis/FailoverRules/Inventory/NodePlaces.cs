using System.Globalization;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>The nodes of each cluster, and on which of them pods may run.</summary>
internal sealed class NodePlaces
{
    private readonly Dictionary<string, List<(EquatableMap<string> Labels, bool IsTainted)>> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Cluster, string Name), Locality> _byName = [];
    private readonly Dictionary<(string, EquatableMap<string>, UntypedValue?, bool), IReadOnlyList<Locality>> _known = [];

    public NodePlaces(AnalysisContext context)
    {
        foreach ((Node node, Place place) in context.Each<Node>())
        {
            if (!_nodes.TryGetValue(place.Key.Cluster, out var nodes))
            {
                _nodes.Add(place.Key.Cluster, nodes = []);
            }

            nodes.Add((node.Metadata.Labels, IsTainted(node)));
            _byName[(place.Key.Cluster, place.Key.Name)] = WorkloadLocality.OfEndpoint(default, node.Metadata.Labels);
        }
    }

    /// <summary>Returns whether the nodes of a cluster are among the objects.</summary>
    public bool Has(string cluster) => _nodes.ContainsKey(cluster);

    /// <summary>Returns where a pod runs that says on which node; <see langword="null"/> if that node is not known.</summary>
    public Locality? Of(string cluster, string? node) =>
        node is not null && _byName.TryGetValue((cluster, node), out Locality locality) ? locality : null;

    /// <summary>Returns the locality of every node that may take pods, those of different regions in turn.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="selector">The pods' <c>nodeSelector</c>.</param>
    /// <param name="affinity">The pods' <c>affinity</c>.</param>
    /// <param name="tolerates">Whether the pods tolerate taints.</param>
    public IReadOnlyList<Locality> For(string cluster, EquatableMap<string> selector, UntypedValue? affinity, bool tolerates)
    {
        if (!_nodes.TryGetValue(cluster, out var nodes))
        {
            return [];
        }

        var key = (cluster, selector, affinity, tolerates);
        if (!_known.TryGetValue(key, out IReadOnlyList<Locality>? places))
        {
            _known.Add(key, places = Find(nodes, selector, affinity, tolerates));
        }

        return places;
    }

    private static Locality[] Find(List<(EquatableMap<string> Labels, bool IsTainted)> nodes, EquatableMap<string> selector, UntypedValue? affinity, bool tolerates)
    {
        EquatableList<UntypedValue> terms = affinity?.Fields["nodeAffinity"]?.Fields["requiredDuringSchedulingIgnoredDuringExecution"]?.Fields["nodeSelectorTerms"]?.Items ?? default;
        Locality[] fitting =
        [
            .. nodes
                .Where(n => (tolerates || !n.IsTainted)
                    && TopologyLabels.Select(selector, n.Labels)
                    && (terms.Count == 0 || terms.Any(t => Fits(t, n.Labels))))
                .Select(n => WorkloadLocality.OfEndpoint(default, n.Labels)),
        ];
        return [.. fitting
            .GroupBy(l => l.Region)
            .SelectMany(r => r.OrderBy(l => l.ToString(), StringComparer.Ordinal).Select((l, i) => (Locality: l, Turn: i)))
            .OrderBy(l => l.Turn)
            .ThenBy(l => l.Locality.Region, StringComparer.Ordinal)
            .Select(l => l.Locality)];
    }

    private static bool IsTainted(Node node) => node.Spec is { } spec
        && (spec.Unschedulable == true || (spec.UnknownFields["taints"]?.Items ?? default).Any(t => t.Fields["effect"]?.Text is "NoSchedule" or "NoExecute"));

    private static bool Fits(UntypedValue term, EquatableMap<string> labels) =>
        (term.Fields["matchExpressions"]?.Items ?? default).All(e => FitsExpression(e, labels));

    private static bool FitsExpression(UntypedValue expression, EquatableMap<string> labels)
    {
        bool isThere = labels.TryGetValue(expression.Fields["key"]?.Text ?? "", out string? text);
        EquatableList<UntypedValue> values = expression.Fields["values"]?.Items ?? default;
        bool isIn = isThere && values.Any(v => v.Text == text);
        return expression.Fields["operator"]?.Text switch
        {
            "In" => isIn,
            "NotIn" => !isIn,
            "Exists" => isThere,
            "DoesNotExist" => !isThere,
            "Gt" => Compare(text, values) > 0,
            "Lt" => Compare(text, values) < 0,
            _ => false,
        };
    }

    private static int Compare(string? label, EquatableList<UntypedValue> values) =>
        long.TryParse(label, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long own)
        && values is [{ Text: { } text }]
        && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long bound)
            ? own.CompareTo(bound)
            : 0;
}
