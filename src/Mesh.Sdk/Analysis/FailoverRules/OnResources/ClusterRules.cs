using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>The DestinationRules that one control plane reads, ready for look-up.</summary>
internal sealed class ClusterRules(FailoverModel model)
{
    private readonly List<RuleView> _rules = [];
    private readonly Dictionary<string, HostTable<List<RuleView>>> _byNamespace = new(StringComparer.Ordinal);
    private DestinationRuleIndex? _index;
    private readonly Dictionary<string, RuleView> _byName = new(StringComparer.Ordinal);
    private ILookup<string, string>? _servicesByRule;

    /// <summary>Gets the rules in the order in which Istio merges them.</summary>
    public IReadOnlyList<RuleView> Rules => _rules;

    /// <summary>Gets the rules as Istio looks them up.</summary>
    public DestinationRuleIndex Index => _index ??= new(_rules.Select(r => r.Rule), model.Defaults);

    /// <summary>Gets the rules by namespace and host.</summary>
    public IReadOnlyDictionary<string, HostTable<List<RuleView>>> ByNamespace => _byNamespace;

    public void Add(RuleView rule)
    {
        _rules.Add(rule);
        _byName.TryAdd(rule.Name, rule);
        if (!_byNamespace.TryGetValue(rule.Namespace, out HostTable<List<RuleView>>? hosts))
        {
            _byNamespace.Add(rule.Namespace, hosts = new());
        }

        hosts.At(rule.Host).Add(rule);
    }

    /// <summary>Returns the known services that a rule, or what it was merged into, is used for.</summary>
    public IEnumerable<string> ServicesOf(string rule)
    {
        _servicesByRule ??= (
            from host in model.Inventory.Hosts
            let @namespace = KubernetesHosts.NamespaceOf(host, model.Defaults.Domain) ?? ""
            from client in new[] { @namespace, model.Defaults.RootNamespace }
            from name in Find(client, @namespace, host)?.MadeFrom ?? []
            select (name, host)).Distinct().ToLookup(s => s.name, s => s.host);
        return _servicesByRule[rule];
    }

    /// <summary>Returns the rule of a name, <c>namespace/name</c>; <see langword="null"/> if there is none.</summary>
    public RuleView? Named(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Finds the rule that clients of a namespace use for a host.</summary>
    public DestinationRuleMatch? Find(string clientNamespace, string serviceNamespace, string host) =>
        Index.Find(clientNamespace, default, serviceNamespace, host);

    /// <summary>Returns the policy that clients get for the host of a rule: its own, or that of a rule it is merged with.</summary>
    public TrafficPolicy? PolicyInForce(RuleView rule) =>
        rule.Spec.TrafficPolicy ?? _byNamespace[rule.Namespace].At(rule.Host).Find(r => r.Spec.TrafficPolicy is not null && r.IsMergedWith(rule))?.Spec.TrafficPolicy;

    /// <summary>
    /// Returns the wildcard rule that would be used for the hosts of a rule if that were not there: the next one of its
    /// namespace, else one that the root namespace has for all.
    /// </summary>
    public RuleView? HiddenBy(RuleView rule)
    {
        HostTable<List<RuleView>> own = _byNamespace[rule.Namespace];
        if (own.Covering(rule.Host).FirstOrDefault(h => h != rule.Host) is { } host)
        {
            return own.At(host)[0];
        }

        return rule.Namespace != model.Defaults.RootNamespace
            && _byNamespace.TryGetValue(model.Defaults.RootNamespace, out HostTable<List<RuleView>>? root)
            && root.Covering(rule.Host).FirstOrDefault() is { } hostOfRoot
            ? root.At(hostOfRoot).FirstOrDefault(r => !r.IsPrivate)
            : null;
    }
}
