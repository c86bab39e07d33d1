using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A mesh with what its control planes will read, ready for questions about traffic.</summary>
internal sealed class MeshModel
{
    private readonly Dictionary<string, DestinationRuleIndex> _rulesByCluster = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Namespace, string Cluster), (HashSet<string> Names, Sender[] Places)> _senders;
    private readonly AnalysisContext _context;
    private readonly string[] _hosts;

    public MeshModel(MeshOrigin origin, AnalysisContext context)
    {
        (Origin, _context) = (origin, context);
        Clusters = origin.Clusters.ToDictionary(c => c.Name, StringComparer.Ordinal);
        _hosts = [.. origin.Clusters.Where(c => c.Role == MeshClusterRole.Host).Select(c => c.Name)];
        NetworkGateways = origin.Gateways;
        _senders = origin.Senders
            .GroupBy(s => (s.Namespace, s.Cluster))
            .ToDictionary(p => p.Key, p => (p.Select(s => s.Name).ToHashSet(StringComparer.Ordinal), p.DistinctBy(s => s.Locality).ToArray()));
    }

    public MeshOrigin Origin { get; }

    public MeshDefaults Defaults => _context.Defaults;

    public IReadOnlyDictionary<string, MeshCluster> Clusters { get; }

    /// <summary>Gets the services, each made when asked for: what clients get of one takes room, and is not looked at again.</summary>
    public IEnumerable<ServiceView> Services => Origin.Targets.Select(target => new ServiceView(target, this));

    public EquatableList<NetworkGateway> NetworkGateways { get; }

    /// <summary>Gets the clusters in which clients can be expected: those of the control planes, and those where something runs; all, if there are none.</summary>
    public IEnumerable<string> ClustersOfClients
    {
        get
        {
            HashSet<string> used = [.. _hosts, .. _senders.Keys.Select(s => s.Cluster)];
            return used.Count > 0 ? Clusters.Keys.Where(used.Contains) : Clusters.Keys;
        }
    }

    /// <summary>Returns what runs in the namespace of a service and may call it, one for each locality.</summary>
    public IEnumerable<Sender> SendersTo(ServiceTarget target)
    {
        foreach (string cluster in Clusters.Keys)
        {
            if (_senders.TryGetValue((target.Service.Namespace, cluster), out var senders) && !senders.Names.IsSubsetOf(target.Own))
            {
                foreach (Sender sender in senders.Places)
                {
                    yield return sender;
                }
            }
        }
    }

    /// <summary>Returns where something of other namespaces runs, which may call a service too.</summary>
    public IEnumerable<(string Namespace, string Cluster)> OtherSenders(ServiceTarget target) =>
        _senders.Keys.Where(place => place.Namespace != target.Service.Namespace);

    /// <summary>Returns the rules that the control plane of a cluster reads.</summary>
    public DestinationRuleIndex RulesFor(string cluster)
    {
        string host = _hosts.Contains(cluster) || _hosts.Length == 0 ? cluster : _hosts[0];
        if (!_rulesByCluster.TryGetValue(host, out DestinationRuleIndex? rules))
        {
            IEnumerable<DestinationRule> read = _context.Resources.Where(e => e.Cluster == host || e.Cluster.Length == 0).OfType<DestinationRule>();
            _rulesByCluster.Add(host, rules = new(read, Defaults));
        }

        return rules;
    }
}
