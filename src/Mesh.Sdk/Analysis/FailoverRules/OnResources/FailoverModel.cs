using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>What rules about failover look up, made once for all of them.</summary>
internal sealed class FailoverModel
{
    private readonly Dictionary<string, ClusterRules> _clusters = new(StringComparer.Ordinal);

    private FailoverModel(AnalysisContext context)
    {
        Defaults = context.Defaults;
        ResourceInventory.Add(context, Inventory);
        Localities.Add(context);
        if (context.Mesh is { } mesh)
        {
            MeshInventory.Add(mesh, Inventory);
            Localities.Add(mesh);
        }

        IEnumerable<(DestinationRule Rule, Place Place)> rules = context.Each<DestinationRule>()
            .OrderBy(r => r.Resource.Metadata.CreationTimestamp ?? DateTimeOffset.MinValue)
            .ThenBy(r => r.Resource.Metadata.Name, StringComparer.Ordinal)
            .ThenBy(r => r.Resource.Metadata.Namespace, StringComparer.Ordinal);
        foreach ((DestinationRule rule, Place place) in rules)
        {
            if (rule.Spec is { } spec)
            {
                ClusterRules cluster = In(place.Key.Cluster);
                cluster.Add(new(rule, spec, place.Field("spec"), this, cluster));
            }
        }

        Clients = new(context);
        PeerPolicies = PeerPolicies.Of(context);
        TrafficDistributions = (
            from entry in context.Resources
            let service = entry.Resource as Service
            where service?.Metadata.Name is not null
            let distribution = service.Spec?.TrafficDistribution ?? Annotation(service)
            where distribution is { Length: > 0 }
            select (Host: HostMatching.Complete(service.Metadata.Name!, service.Metadata.Namespace ?? "", Defaults.Domain), distribution))
            .DistinctBy(s => s.Host)
            .ToDictionary(s => s.Host, s => s.distribution, StringComparer.Ordinal);
    }

    public static FailoverModel Of(AnalysisContext context) => context.Index(static c => new FailoverModel(c));

    public MeshDefaults Defaults { get; }

    public HostInventory Inventory { get; } = new();

    public KnownLocalities Localities { get; } = new();

    public KnownClients Clients { get; }

    /// <summary>Gets what workloads accept.</summary>
    public PeerPolicies PeerPolicies { get; }

    /// <summary>Gets the <c>trafficDistribution</c> of each service that has one, by host.</summary>
    public IReadOnlyDictionary<string, string> TrafficDistributions { get; }

    public IEnumerable<RuleView> Rules => _clusters.Values.SelectMany(c => c.Rules);

    public ClusterRules In(string cluster)
    {
        if (!_clusters.TryGetValue(cluster, out ClusterRules? rules))
        {
            _clusters.Add(cluster, rules = new(this));
        }

        return rules;
    }

    private static string? Annotation(Service service) =>
        service.Metadata.Annotations.TryGetValue("networking.istio.io/traffic-distribution", out string? value) ? value : null;
}
