using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A DestinationRule among all others, with its full host.</summary>
internal sealed class RuleView
{
    private PolicyView[]? _policies;

    public RuleView(DestinationRule rule, DestinationRuleSpec spec, Place place, FailoverModel model, ClusterRules cluster)
    {
        (Rule, Spec, Place, Model, Cluster) = (rule, spec, place, model, cluster);
        Namespace = rule.Metadata.Namespace ?? "";
        Host = HostMatching.Complete(spec.Host ?? "", Namespace, model.Defaults.Domain);
        ServiceNamespace = KubernetesHosts.NamespaceOf(Host, model.Defaults.Domain);
    }

    public DestinationRule Rule { get; }

    public DestinationRuleSpec Spec { get; }

    /// <summary>Gets the place of <c>spec</c>.</summary>
    public Place Place { get; }

    public FailoverModel Model { get; }

    public ClusterRules Cluster { get; }

    public string Namespace { get; }

    /// <summary>Gets the full host.</summary>
    public string Host { get; }

    /// <summary>Gets the namespace of the Kubernetes services that the host names; <see langword="null"/> if it names no such.</summary>
    public string? ServiceNamespace { get; }

    public string Name => $"{Namespace}/{Rule.Metadata.Name}";

    /// <summary>Gets the policy of the whole rule, of each port, of each subset and of each port of a subset.</summary>
    public IReadOnlyList<PolicyView> Policies => _policies ??= [.. PolicyView.Of(this)];

    /// <summary>Gets whether anything in the rule is about failover: outlier detection or a locality setting.</summary>
    public bool IsAboutFailover => Policies.Any(p => p.OutlierDetection is not null || p.Setting is not null);

    /// <summary>Gets whether only clients of the rule's own namespace may use it.</summary>
    public bool IsPrivate => Spec.ExportTo.Count == 0
        ? Model.Defaults.DefaultDestinationRuleExportTo.Contains(".")
        : Spec.ExportTo.All(e => e == "." || e == Namespace);

    /// <summary>Returns whether Istio makes one rule of this and a later one: both are exported to the same namespaces, or the later one to more.</summary>
    public bool IsMergedWith(RuleView later) =>
        (Spec.ExportTo.Count > 0 || later.Spec.ExportTo.Count == 0) && Spec.ExportTo.All(e => later.Spec.ExportTo.Contains(e));

    /// <summary>Gets the known services whose clients use this rule.</summary>
    public IEnumerable<string> Services => HostMatching.IsWildcard(Host) ? Cluster.ServicesOf(Name) : [Host];
}
