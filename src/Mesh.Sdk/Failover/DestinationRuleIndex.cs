using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>All DestinationRules of a mesh, ready for look-up.</summary>
/// <remarks>Source: Istio, <c>pilot/pkg/model/push_context.go</c>, <c>destination_rule.go</c>; specification 8.1 to 8.3.</remarks>
public sealed class DestinationRuleIndex
{
    private const string Private = ".";
    private const string Public = "*";

    private readonly Dictionary<string, DestinationRuleHosts> _local = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DestinationRuleHosts> _exported = new(StringComparer.Ordinal);
    private readonly DestinationRuleHosts _rootPrivate = new();
    private readonly HostTable<List<DestinationRule>> _rulesByHost = new();
    private readonly MeshDefaults _mesh;

    /// <summary>Indexes rules, merging those of one host and namespace.</summary>
    /// <param name="rules">The rules. Of those equal in namespace and name only the first is taken: it is one object, given more than once, as several host clusters have it.</param>
    /// <param name="mesh">The mesh config.</param>
    public DestinationRuleIndex(IEnumerable<DestinationRule> rules, MeshDefaults mesh)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(mesh);
        _mesh = mesh;
        foreach (DestinationRule rule in InOrder(rules.DistinctBy(IdentityOf)))
        {
            if (rule.Spec is { } spec)
            {
                string @namespace = rule.Metadata.Namespace ?? "";
                Add(rule, spec with { Host = HostMatching.Complete(spec.Host, @namespace, mesh.Domain) }, @namespace);
            }
        }
    }

    internal string RootNamespace => _mesh.RootNamespace;

    /// <summary>Finds the rule that a client uses for a service.</summary>
    /// <param name="clientNamespace">Namespace of the client.</param>
    /// <param name="clientLabels">Labels of the client, for rules with a workload selector.</param>
    /// <param name="serviceNamespace">Namespace of the service.</param>
    /// <param name="serviceHost">Full host name of the service.</param>
    /// <returns><see langword="null"/> if none applies.</returns>
    public DestinationRuleMatch? Find(string clientNamespace, EquatableMap<string> clientLabels, string serviceNamespace, string serviceHost)
    {
        ArgumentNullException.ThrowIfNull(clientNamespace);
        ArgumentNullException.ThrowIfNull(serviceNamespace);
        ArgumentNullException.ThrowIfNull(serviceHost);
        IReadOnlyList<MergedDestinationRule> found = FindLocal(clientNamespace, serviceHost);
        DestinationRuleLevel level = DestinationRuleLevel.ClientNamespace;
        if (found.Count == 0)
        {
            found = FindExported(serviceNamespace, serviceHost, clientNamespace);
            level = DestinationRuleLevel.ServiceNamespace;
        }

        if (found.Count == 0)
        {
            found = FindExported(_mesh.RootNamespace, serviceHost, clientNamespace);
            level = DestinationRuleLevel.RootNamespace;
        }

        return Choose(found, clientNamespace, clientLabels)?.ToMatch(level);
    }

    /// <summary>Returns all rules whose host covers a service, as <c>namespace/name</c>. A client uses one of them, or what was merged into it.</summary>
    public EquatableList<string> FindCovering(string serviceHost)
    {
        ArgumentNullException.ThrowIfNull(serviceHost);
        return Covering(serviceHost).Select(MergedDestinationRule.NameOf).ToEquatableList();
    }

    /// <summary>Returns all rules whose host covers a service, in the order of their names.</summary>
    internal IEnumerable<DestinationRule> Covering(string serviceHost) => _rulesByHost.Covering(serviceHost)
        .SelectMany(host => _rulesByHost.At(host))
        .OrderBy(MergedDestinationRule.NameOf, StringComparer.Ordinal);

    /// <summary>Says why a client does not see a rule; null if it does.</summary>
    internal FieldReference? HiddenBy(DestinationRule rule, string clientNamespace)
    {
        string @namespace = rule.Metadata.Namespace ?? "";
        FieldReference source = new($"DestinationRule {MergedDestinationRule.NameOf(rule)}");
        HashSet<string> exportTo = ExportToOf(rule.Spec!);
        bool isSeen = @namespace == clientNamespace
            ? exportTo.Count == 0 || exportTo.Overlaps([Public, Private, @namespace])
            : !IsPrivate(exportTo, @namespace) && (exportTo.Count == 0 || exportTo.Overlaps([Public, clientNamespace]));
        return isSeen ? null : source.Child(rule.Spec!.WorkloadSelector is null ? "spec.exportTo" : "spec.workloadSelector");
    }

    private static object IdentityOf(DestinationRule rule) =>
        string.IsNullOrEmpty(rule.Metadata.Name) ? rule : (rule.Metadata.Namespace ?? "", rule.Metadata.Name);

    // A rule with a selector holds in its own namespace only, whatever it says.
    private static HashSet<string> ExportToOf(DestinationRuleSpec spec) => spec.WorkloadSelector is null ? [.. spec.ExportTo] : [Private];

    private static IEnumerable<DestinationRule> InOrder(IEnumerable<DestinationRule> rules) => rules
        .OrderBy(rule => rule.Spec?.WorkloadSelector is null)
        .ThenBy(rule => rule.Metadata.CreationTimestamp ?? DateTimeOffset.MinValue)
        .ThenBy(rule => rule.Metadata.Name, StringComparer.Ordinal)
        .ThenBy(rule => rule.Metadata.Namespace, StringComparer.Ordinal);

    // The first selector that fits the client, else the last rule without selector.
    private static MergedDestinationRule? Choose(IReadOnlyList<MergedDestinationRule> rules, string clientNamespace, EquatableMap<string> clientLabels) =>
        rules.FirstOrDefault(rule => rule.Spec.WorkloadSelector is { } selector
            && rule.Namespace == clientNamespace
            && TopologyLabels.Select(selector.MatchLabels, clientLabels))
        ?? rules.LastOrDefault(rule => rule.Spec.WorkloadSelector is null);

    private void Add(DestinationRule rule, DestinationRuleSpec spec, string @namespace)
    {
        _rulesByHost.At(spec.Host).Add(rule);
        HashSet<string> exportTo = ExportToOf(spec);
        if (exportTo.Count == 0 || exportTo.Overlaps([Public, Private, @namespace]))
        {
            HostsOf(_local, @namespace).Add(rule, spec, exportTo);
        }

        if (!IsPrivate(exportTo, @namespace))
        {
            HostsOf(_exported, @namespace).Add(rule, spec, exportTo);
        }
        else if (@namespace == _mesh.RootNamespace)
        {
            _rootPrivate.Add(rule, spec, exportTo);
        }
    }

    private bool IsPrivate(HashSet<string> exportTo, string @namespace) => exportTo.Count == 0
        ? _mesh.DefaultDestinationRuleExportTo.Contains(Private)
        : exportTo.Count == 1 && exportTo.Overlaps([Private, @namespace]);

    // A client in the root namespace sees only what is private there; the rest of that namespace is meant for the whole mesh.
    private IReadOnlyList<MergedDestinationRule> FindLocal(string clientNamespace, string host) =>
        clientNamespace == _mesh.RootNamespace ? _rootPrivate.Find(host)
        : _local.TryGetValue(clientNamespace, out DestinationRuleHosts? hosts) ? hosts.Find(host)
        : [];

    private IReadOnlyList<MergedDestinationRule> FindExported(string @namespace, string host, string clientNamespace) =>
        _exported.TryGetValue(@namespace, out DestinationRuleHosts? hosts)
            ? [.. hosts.Find(host).Where(rule => rule.ExportTo.Count == 0 || rule.ExportTo.Overlaps([Public, clientNamespace]))]
            : [];

    private static DestinationRuleHosts HostsOf(Dictionary<string, DestinationRuleHosts> index, string @namespace)
    {
        if (!index.TryGetValue(@namespace, out DestinationRuleHosts? hosts))
        {
            index.Add(@namespace, hosts = new());
        }

        return hosts;
    }
}
