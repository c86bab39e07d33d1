using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>What objects tell of clusters: who holds the configuration, where they are, and how they reach each other.</summary>
internal sealed class InferredClusters
{
    private readonly AnalysisContext _context;
    private readonly Dictionary<string, HashSet<Locality>> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _untold = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EastWestGateway> _gateways = new(StringComparer.Ordinal);
    private readonly HashSet<string> _labelling = new(StringComparer.Ordinal);

    private InferredClusters(AnalysisContext context, string[] names)
    {
        _context = context;
        NodePlaces nodes = WorkloadIndex.Of(context).Nodes;
        foreach (string name in names)
        {
            _places.Add(name, [.. nodes.For(name, default, null, tolerates: true)]);
        }

        foreach (RunningWorkload workload in WorkloadIndex.Of(context).All.Where(w => w.Cluster.Length > 0))
        {
            _places[workload.Cluster].UnionWith(workload.Places);
            if (workload.Places.Count == 0)
            {
                _untold.Add(workload.Cluster);
            }
        }

        NamespaceIndex namespaces = NamespaceIndex.Of(context);
        _labelling.UnionWith(names.Where(n => namespaces.All.Any(ns => namespaces.IsInjected(n, ns))));
        foreach (string name in names)
        {
            _gateways.Add(name, EastWestGateway.Of(name, context));
        }
    }

    public IReadOnlyList<MeshCluster> All { get; private set; } = [];

    /// <summary>Gets whether it is told of every cluster where its workloads run.</summary>
    public bool ArePlaced => All.All(c => _places[c.Name].Count > 0 && !_untold.Contains(c.Name));

    /// <summary>Gets the ways into each network. One without any is reached somehow, until a finding says that it is not.</summary>
    public IEnumerable<NetworkGateway> Gateways => All.Select(c => c.Network).Distinct().Count() < 2 ? [] :
        from network in All.GroupBy(c => c.Network)
        let known = network.SelectMany(c => c.GatewayAddresses.Select(a => new NetworkGateway(c.Network, c.Name, a))).ToArray()
        from gateway in known.Length > 0 ? known : network.Select(c => new NetworkGateway(c.Network, c.Name, $"gateway.{c.Network}"))
        select gateway;

    /// <summary>Returns the clusters of a context that tells of several, or of one in several regions; <see langword="null"/> if it does not.</summary>
    public static InferredClusters? From(AnalysisContext context)
    {
        string[] names = [.. context.Resources.Select(e => e.Cluster).Where(c => c.Length > 0).Distinct()];
        if (names.Length == 0)
        {
            return null;
        }

        InferredClusters clusters = new(context, names);
        if (names.Length == 1 && clusters._places[names[0]].Select(p => p.Region).Distinct().Count() < 2)
        {
            return null;
        }

        Dictionary<string, string> networks = clusters.Networks();
        bool isEachTold = networks.Values.All(n => n.Length == 0) || names.All(networks.ContainsKey);
        HashSet<string> hosts = clusters.Hosts(names);
        if (!isEachTold || hosts.Count == 0)
        {
            return null; // A guess at a network, or at who reads the rules, would make guesses of all that follows.
        }

        clusters.All = [.. names.Select(name => clusters.Cluster(name, networks.GetValueOrDefault(name, ""), hosts.Contains(name)))];
        return clusters;
    }

    /// <summary>Returns where things run in a cluster.</summary>
    public IEnumerable<Locality> PlacesOf(string cluster) => _places[cluster];

    /// <summary>Returns the cluster whose control plane serves a cluster.</summary>
    public string HostOf(string cluster) =>
        All.First(c => c.Name == cluster) is { Role: MeshClusterRole.Host } ? cluster : All.First(c => c.Role == MeshClusterRole.Host).Name;

    /// <summary>Returns the object that tells the gateways of a cluster, or the lack of them; <see langword="null"/> if their addresses are not told, or others lead there.</summary>
    public ResourceKey? GatewayOf(MeshCluster cluster)
    {
        EastWestGateway gateway = _gateways[cluster.Name];
        bool hasOthers = All.Any(c => c.Network == cluster.Network && c.Name != cluster.Name && _gateways[c.Name].Key is not null);
        return gateway.IsOpen || (gateway.Key is null && hasOthers) ? null : gateway.Key ?? new("", "v1", "Namespace", "", _context.Defaults.RootNamespace, cluster.Name);
    }

    /// <summary>Returns whether pods take part in the mesh, as far as labels tell: those of a namespace that nobody labelled do, unless others are.</summary>
    public bool MayHaveSidecar(RunningWorkload workload)
    {
        if (workload.Key.Kind == "WorkloadEntry")
        {
            return true;
        }

        if (workload.Labels.TryGetValue("sidecar.istio.io/inject", out string? inject) || workload.Annotations.TryGetValue("sidecar.istio.io/inject", out inject))
        {
            return inject != "false";
        }

        if (NamespaceIndex.Of(_context).LabelsOf(workload.Cluster, workload.Namespace) is not { } labels)
        {
            return true;
        }

        bool isOff = labels.TryGetValue(NamespaceIndex.InjectionLabel, out string? injection) && injection == "disabled";
        return NamespaceIndex.IsInjected(labels) || workload.Labels.ContainsKey(NamespaceIndex.RevisionLabel) || labels.ContainsKey("istio.io/dataplane-mode")
            || (!isOff && !_labelling.Contains(workload.Cluster));
    }

    private MeshCluster Cluster(string name, string network, bool isHost)
    {
        string[] regions = [.. _places[name].Select(p => p.Region).Distinct()];
        return new()
        {
            Name = name,
            Role = isHost ? MeshClusterRole.Host : MeshClusterRole.Peer,
            Region = regions is [var only] ? only : "",
            Network = network,
            GatewayAddresses = [.. _gateways[name].Addresses],
        };
    }

    private Dictionary<string, string> Networks()
    {
        Dictionary<string, string> networks = new(StringComparer.Ordinal);
        foreach ((Namespace root, Place place) in _context.Each<Namespace>().Where(n => n.Resource.Metadata.Name == _context.Defaults.RootNamespace))
        {
            networks[place.Key.Cluster] = root.Metadata.Labels.TryGetValue(TopologyLabels.Network, out string? network) ? network : "";
        }

        return networks;
    }

    // Where istiod is not among the objects, whoever has configuration has one; without any, whoever has sidecars.
    private HashSet<string> Hosts(string[] names)
    {
        string[] running = [.. WorkloadIndex.Of(_context).All
            .Where(w => w.Cluster.Length > 0 && w.Namespace == _context.Defaults.RootNamespace && w.Labels.TryGetValue("app", out string? app) && app == "istiod")
            .Select(w => w.Cluster)];
        string[] configured = [.. _context.Resources
            .Where(e => e.Resource.Type.Group.EndsWith("istio.io", StringComparison.Ordinal))
            .Select(e => e.Cluster)
            .Distinct()];
        return running.Length > 0 ? [.. running]
            : configured.Contains("") ? [.. names]
            : configured.Length > 0 ? [.. configured]
            : [.. _labelling];
    }
}
