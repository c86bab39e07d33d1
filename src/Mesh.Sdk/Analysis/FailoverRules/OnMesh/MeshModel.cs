using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A definition with what its control planes will read, ready for questions about traffic.</summary>
internal sealed class MeshModel
{
    private readonly Dictionary<string, DestinationRuleIndex> _rulesByCluster = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Namespace, string Cluster), HashSet<string>> _sendersByPlace = [];
    private readonly AnalysisContext _context;
    private readonly InferredMesh? _inferred;
    private readonly string[] _hosts;

    public MeshModel(ServiceMesh mesh, AnalysisContext context, InferredMesh? inferred = null)
    {
        (Mesh, _context, _inferred) = (mesh, context, inferred);
        Clusters = mesh.Clusters.DistinctBy(c => c.Name).ToDictionary(c => c.Name, StringComparer.Ordinal);
        _hosts = [.. mesh.Clusters.Where(c => c.Role == MeshClusterRole.Host).Select(c => c.Name)];
        NetworkGateways = mesh.Clusters.Count == 0 ? [] : MeshEndpoints.GatewaysOf(mesh);
        AddSenders();
        Services = [.. mesh.Services.Select(s => new ServiceView(s, this, inferred?.PlaceOf(s) ?? new Place(context.Sink, $"services[{s.Namespace}/{s.Name}]")))];
    }

    public ServiceMesh Mesh { get; }

    public MeshDefaults Defaults => _context.Defaults;

    public IReadOnlyDictionary<string, MeshCluster> Clusters { get; }

    public IReadOnlyList<ServiceView> Services { get; }

    public EquatableList<NetworkGateway> NetworkGateways { get; }

    /// <summary>Gets the clusters that clients of other networks reach through a gateway, with the services behind it.</summary>
    public IEnumerable<GatewayView> Gateways =>
        from service in Services
        where service.IsRelevant
        from cluster in service.ClustersBehindGateways
        group service.Service.Name by cluster into behind
        where Clusters.ContainsKey(behind.Key) && _inferred?.HasOpenGateway(behind.Key) != true
        select new GatewayView(Clusters[behind.Key], [.. behind.Distinct()], new Place(_context.Sink, $"clusters[{behind.Key}].gatewayAddresses"));

    /// <summary>Gets the clusters whose control plane holds the configuration; all, if none is said to.</summary>
    public IEnumerable<string> Hosts => _hosts.Length > 0 ? _hosts : Clusters.Keys;

    /// <summary>Gets the clusters in which clients can be expected: those of the control planes, and those where something runs; all, if there are none.</summary>
    public IReadOnlyList<string> ClustersOfClients
    {
        get
        {
            string[] used = [.. Clusters.Keys.Where(c => _hosts.Contains(c) || _sendersByPlace.Keys.Any(place => place.Cluster == c))];
            return used.Length > 0 ? used : [.. Clusters.Keys];
        }
    }

    /// <summary>Returns the clusters in which something of a namespace runs that may call a service.</summary>
    public IEnumerable<string> SendersTo(MeshService service) =>
        from cluster in Clusters.Keys
        where _sendersByPlace.TryGetValue((service.Namespace, cluster), out HashSet<string>? senders)
            && (senders.Count > 1 || !senders.Contains(service.Name))
        select cluster;

    /// <summary>Returns where something of other namespaces runs, which may call a service too.</summary>
    public IEnumerable<(string Namespace, string Cluster)> OtherSenders(MeshService service) =>
        _sendersByPlace.Keys.Where(place => place.Namespace != service.Namespace && Clusters.ContainsKey(place.Cluster));

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

    private void AddSenders()
    {
        IEnumerable<(string Namespace, string Name, Workload Workload)> workloads =
        [
            .. Mesh.Services.SelectMany(s => s.Workloads.Select(w => (s.Namespace, s.Name, w))),
            .. Mesh.Clients.SelectMany(c => c.Workloads.Select(w => (c.Namespace, "client " + c.Name, w))),
        ];
        foreach ((string @namespace, string name, Workload workload) in workloads.Where(w => w.Workload.Replicas > 0))
        {
            if (!_sendersByPlace.TryGetValue((@namespace, workload.Cluster), out HashSet<string>? senders))
            {
                _sendersByPlace.Add((@namespace, workload.Cluster), senders = []);
            }

            senders.Add(name);
        }
    }
}
