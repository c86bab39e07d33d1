using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Makes a definition of objects that tell as much as one: several clusters, where they are, and what runs there.</summary>
internal sealed class InferredMesh
{
    private const string SystemNamespace = "kube-system";
    private const string GatewayLabel = "istio";

    private readonly AnalysisContext _context;
    private readonly InferredWorkloads _workloads;
    private readonly Dictionary<(string Namespace, string Name), ResourceKey> _keys = [];
    private readonly HashSet<string> _openGateways = new(StringComparer.Ordinal);

    private InferredMesh(AnalysisContext context) => (_context, _workloads) = (context, new(context));

    /// <summary>Gets the definition.</summary>
    public ServiceMesh Mesh { get; private set; } = new() { Name = "inferred" };

    /// <summary>Returns what the objects tell; <see langword="null"/> if that is not enough.</summary>
    public static InferredMesh? From(AnalysisContext context)
    {
        string[] names = [.. context.Resources.Select(e => e.Cluster).Where(c => c.Length > 0).Distinct()];
        if (names.Length < 2)
        {
            return null;
        }

        InferredMesh inferred = new(context);
        if (inferred.Clusters(names) is not { } clusters || clusters.All(c => c.Role != MeshClusterRole.Host))
        {
            return null;
        }

        inferred.Mesh = new() { Name = "inferred", IstioNamespace = context.Defaults.RootNamespace, Clusters = [.. clusters] };
        MeshService[] services = [.. inferred.Services(clusters)];
        inferred.Mesh = inferred.Mesh with { Services = [.. services], Clients = [.. inferred._workloads.Clients(services)] };
        return services.Length == 0 ? null : inferred;
    }

    /// <summary>Returns the place of the first Service object of a service.</summary>
    public Place PlaceOf(MeshService service) => new(_context.Sink, _keys[(service.Namespace, service.Name)]);

    /// <summary>Returns whether a cluster has an east-west gateway whose addresses the objects do not tell.</summary>
    public bool HasOpenGateway(string cluster) => _openGateways.Contains(cluster);

    private List<MeshCluster>? Clusters(string[] names)
    {
        Dictionary<string, string> networks = new(StringComparer.Ordinal);
        foreach ((Namespace root, Place place) in _context.Each<Namespace>().Where(n => n.Resource.Metadata.Name == _context.Defaults.RootNamespace))
        {
            networks[place.Key.Cluster] = root.Metadata.Labels.TryGetValue(TopologyLabels.Network, out string? network) ? network : "";
        }

        bool hasNetworks = networks.Values.Any(n => n.Length > 0);
        List<MeshCluster> clusters = [];
        foreach (string name in names)
        {
            // A cluster of an unknown place, or of unknown network among known ones, would make guesses of all that follows.
            Locality[]? places = _workloads.LocalitiesOf(name);
            if (places is null || (hasNetworks && !networks.ContainsKey(name)) || places.Select(p => p.Region).Distinct().Count() > 1)
            {
                return null;
            }

            clusters.Add(new()
            {
                Name = name,
                Role = _context.Resources.Any(e => e.Cluster == name && e.Resource.Type.Group.EndsWith("istio.io", StringComparison.Ordinal))
                    ? MeshClusterRole.Host
                    : MeshClusterRole.Peer,
                Provider = CloudProvider.Aws, // Of some cloud: its nodes tell the locality, so that pods need no label for it.
                Region = places.Length > 0 ? places[0].Region : "",
                Zones = [.. places.Select(p => p.Zone).Where(z => z.Length > 0).Distinct().Order(StringComparer.Ordinal)],
                Network = networks.GetValueOrDefault(name, ""),
                GatewayAddresses = [.. GatewaysOf(name)],
            });
        }

        return clusters;
    }

    // A host name stands for any number of addresses, and a Service without status has yet to get one.
    private List<string> GatewaysOf(string cluster)
    {
        List<string> addresses = [];
        foreach ((Service service, _) in _context.Each<Service>().Where(s => s.Place.Key.Cluster == cluster && IsGateway(s.Resource)))
        {
            LoadBalancerIngress[] ingress = [.. (service.Status?.LoadBalancer?.Ingress ?? default).Where(i => i is not null)];
            addresses.AddRange(ingress.Select(i => i.Ip ?? i.Hostname).Where(a => a is { Length: > 0 })!);
            if (ingress.Length == 0 || ingress.Any(i => i.Hostname is { Length: > 0 }))
            {
                _openGateways.Add(cluster);
            }
        }

        return addresses;
    }

    private static bool IsGateway(Service service) =>
        service.Metadata.Labels.ContainsKey(TopologyLabels.Network)
        || (service.Metadata.Labels.TryGetValue(GatewayLabel, out string? gateway) && gateway == "eastwestgateway");

    private IEnumerable<MeshService> Services(List<MeshCluster> clusters)
    {
        MeshModel model = new(Mesh, _context);
        foreach (var group in _context.Each<Service>()
            .Where(s => s.Place.Key.Cluster.Length > 0 && IsOfMesh(s.Resource))
            .GroupBy(s => (s.Place.Key.Namespace, s.Place.Key.Name)))
        {
            (string @namespace, string name) = group.Key;
            List<Workload>? workloads = _workloads.Of(group);
            if (workloads is null)
            {
                continue;
            }

            _keys[group.Key] = group.First().Place.Key;
            string[] standsIn = [.. group.Select(s => s.Place.Key.Cluster)];
            MeshService service = new()
            {
                Name = name,
                Namespace = @namespace,
                Ports = [.. (group.First().Resource.Spec?.Ports ?? default).Where(p => p is not null).Select(p => new MeshServicePort { Name = p.Name ?? "", Number = p.Port })],
                Workloads = [.. workloads],
                ResolvesIn = standsIn.Length == clusters.Count ? [] : [.. standsIn],
            };
            yield return WithFailover(service, model, clusters);
        }
    }

    private bool IsOfMesh(Service service) =>
        service.Metadata.Name is { Length: > 0 }
        && service.Metadata.Namespace != _context.Defaults.RootNamespace
        && service.Metadata.Namespace != SystemNamespace
        && service.Spec is { ClusterIP: not "None", Selector.Count: > 0 };

    // A region without cluster here is reported where it is written; a rule for many services names regions that one may not need.
    private static MeshService WithFailover(MeshService service, MeshModel model, List<MeshCluster> clusters)
    {
        DestinationRuleMatch? match = model.Hosts
            .Select(h => model.RulesFor(h).Find(service.Namespace, default, service.Namespace, service.Host))
            .FirstOrDefault(m => m is not null);
        if (match?.Rule.Spec is not { } spec
            || PolicyView.SettingOf(spec.TrafficPolicy?.LoadBalancer) is not { Enabled: not false, Distribute.Count: 0 } setting)
        {
            return service;
        }

        HashSet<string> regions = HostMatching.IsWildcard(spec.Host)
            ? [.. service.Workloads.Where(w => w.Replicas > 0).Select(w => clusters.First(c => c.Name == w.Cluster).Region)]
            : [.. clusters.Select(c => c.Region)];
        return service with
        {
            Failovers = [.. setting.Failover
                .Where(f => f is { From: not null, To: not null } && regions.Contains(f.To))
                .Select(f => new RegionFailover(f.From!, f.To!))],
            FailoverPriority = [.. setting.FailoverPriority.Where(p => p is not null)],
        };
    }
}
