using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Failover;

/// <summary>Labels that say where a workload runs, and which Istio adds before it compares labels.</summary>
/// <remarks>Source: Istio, <c>pilot/pkg/serviceregistry/util/label</c>; specification 1.4.</remarks>
public static class TopologyLabels
{
    /// <summary>Region of the node.</summary>
    public const string Region = "topology.kubernetes.io/region";

    /// <summary>Zone of the node.</summary>
    public const string Zone = "topology.kubernetes.io/zone";

    /// <summary>Sub-zone of the node, an Istio addition.</summary>
    public const string SubZone = "topology.istio.io/subzone";

    /// <summary>Cluster of the mesh.</summary>
    public const string Cluster = "topology.istio.io/cluster";

    /// <summary>Network of the workload.</summary>
    public const string Network = "topology.istio.io/network";

    /// <summary>Name of the node.</summary>
    public const string Hostname = "kubernetes.io/hostname";

    private const int AddedLabels = 6;

    /// <summary>Adds the topology labels to those of a workload. Empty values are not added; an existing network label is kept.</summary>
    /// <param name="labels">Labels of the workload.</param>
    /// <param name="locality">Locality of the workload.</param>
    /// <param name="cluster">Cluster of the mesh.</param>
    /// <param name="network">Network of the workload.</param>
    /// <param name="node">Name of the node, as far as it matters.</param>
    public static EquatableMap<string> Enrich(EquatableMap<string> labels, Locality locality, string cluster, string network, string node = "")
    {
        List<KeyValuePair<string, string>> enriched = new(labels.Count + AddedLabels);
        foreach (KeyValuePair<string, string> label in labels.AsSpan())
        {
            enriched.Add(label);
        }

        // In ordinal order, as maps keep their keys.
        Set(enriched, Hostname, node);
        Set(enriched, Cluster, cluster);
        Set(enriched, Network, labels.TryGetValue(Network, out string? own) ? own : network);
        Set(enriched, SubZone, locality.SubZone);
        Set(enriched, Region, locality.Region);
        Set(enriched, Zone, locality.Zone);
        return enriched.ToEquatableMap();
    }

    /// <summary>Returns whether labels contain all of a selector; an empty selector selects everything.</summary>
    public static bool Select(EquatableMap<string> selector, EquatableMap<string> labels) =>
        selector.Count == 0 || selector.All(wanted => labels.TryGetValue(wanted.Key, out string? value) && value == wanted.Value);

    private static void Set(List<KeyValuePair<string, string>> labels, string name, string value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        int at = labels.FindIndex(label => label.Key == name);
        if (at < 0)
        {
            labels.Add(new(name, value));
        }
        else
        {
            labels[at] = new(name, value);
        }
    }
}
