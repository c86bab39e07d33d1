using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>The policy that results for a rule, one of its ports, a subset, or a port of a subset.</summary>
internal sealed class PolicyView
{
    private PolicyView(RuleView rule, TrafficPolicy? policy, Subset? subset, long? port, Place own)
    {
        (Rule, Policy, Subset, Port, Own) = (rule, policy, subset, port, own);
        Setting = SettingOf(policy?.LoadBalancer);
    }

    public RuleView Rule { get; }

    /// <summary>Gets the policy that results; blocks come from different places.</summary>
    public TrafficPolicy? Policy { get; }

    public Subset? Subset { get; }

    public long? Port { get; }

    /// <summary>Gets the place of the policy that makes this one differ from that of the whole rule.</summary>
    public Place Own { get; }

    /// <summary>Gets the place of the outlier detection in force, or where it is missing.</summary>
    public Place DetectionPlace { get; private init; }

    /// <summary>Gets the place of the load balancer in force, or where it is missing.</summary>
    public Place LoadBalancerPlace { get; private init; }

    /// <summary>Gets the outlier detection that is written here and not inherited.</summary>
    public OutlierDetection? OwnDetection { get; private init; }

    /// <summary>Gets the load balancer that is written here and not inherited.</summary>
    public LoadBalancerSettings? OwnLoadBalancer { get; private init; }

    public OutlierDetection? OutlierDetection => Policy?.OutlierDetection;

    /// <summary>Gets the locality setting in force; <see langword="null"/> if the rule has none.</summary>
    public LocalitySetting? Setting { get; }

    public string SettingField => Setting?.Kind == LocalitySettingKind.ZoneAware ? "zoneAwareLbSetting" : "localityLbSetting";

    public bool IsWholeRule => Subset is null && Port is null;

    /// <summary>Gets whether the rule itself declares a failover here.</summary>
    public bool FailsOver => Setting is { } setting and not { Enabled: false }
        && setting.Distribute.Count == 0
        && setting.Failover.Count + setting.FailoverPriority.Count > 0;

    /// <summary>Returns what the policy is for: nothing for the whole rule, else words with a leading space.</summary>
    public string Scope => (Subset, Port) switch
    {
        (null, null) => "",
        (null, { } port) => $" on port {port}",
        ({ } subset, null) => $" in subset '{subset.Name}'",
        ({ } subset, { } port) => $" in subset '{subset.Name}' on port {port}",
    };

    public static IEnumerable<PolicyView> Of(RuleView rule)
    {
        TrafficPolicy? policy = rule.Spec.TrafficPolicy;
        Place place = rule.Place.Field("trafficPolicy");
        PolicyView whole = new(rule, policy is null ? null : policy with { PortLevelSettings = default }, null, null, place)
        {
            OwnDetection = policy?.OutlierDetection,
            OwnLoadBalancer = policy?.LoadBalancer,
            DetectionPlace = place.Field("outlierDetection"),
            LoadBalancerPlace = place.Field("loadBalancer"),
        };
        yield return whole;
        foreach (PolicyView ofPort in Ports(rule, policy, null, place))
        {
            yield return ofPort;
        }

        for (int i = 0; i < rule.Spec.Subsets.Count; i++)
        {
            if (rule.Spec.Subsets[i] is not { } subset)
            {
                continue;
            }

            Place own = rule.Place.Field("subsets").Item(i).Field("trafficPolicy");
            yield return new(rule, TrafficPolicyResolution.Resolve(policy, subset.TrafficPolicy, null), subset, null, own)
            {
                OwnDetection = subset.TrafficPolicy?.OutlierDetection,
                OwnLoadBalancer = subset.TrafficPolicy?.LoadBalancer,
                DetectionPlace = subset.TrafficPolicy?.OutlierDetection is null ? whole.DetectionPlace : own.Field("outlierDetection"),
                LoadBalancerPlace = subset.TrafficPolicy?.LoadBalancer is null ? whole.LoadBalancerPlace : own.Field("loadBalancer"),
            };
            foreach (PolicyView ofPort in Ports(rule, subset.TrafficPolicy, subset, own))
            {
                yield return ofPort;
            }
        }
    }

    public static LocalitySetting? SettingOf(LoadBalancerSettings? block) =>
        block?.ZoneAwareLbSetting is { } zoneAware ? LocalitySetting.From(zoneAware)
        : block?.LocalityLbSetting is { } locality ? LocalitySetting.From(locality)
        : null;

    // All four blocks come from the entry; absent ones are unset.
    private static IEnumerable<PolicyView> Ports(RuleView rule, TrafficPolicy? policy, Subset? subset, Place place)
    {
        EquatableList<PortTrafficPolicy> entries = policy?.PortLevelSettings ?? default;
        for (int i = 0; i < entries.Count; i++)
        {
            if (entries[i] is { Port.Number: { } port } entry)
            {
                Place own = place.Field("portLevelSettings").Item(i);
                TrafficPolicy resolved = new()
                {
                    ConnectionPool = entry.ConnectionPool,
                    OutlierDetection = entry.OutlierDetection,
                    LoadBalancer = entry.LoadBalancer,
                    Tls = entry.Tls,
                };
                yield return new(rule, resolved, subset, port, own)
                {
                    OwnDetection = entry.OutlierDetection,
                    OwnLoadBalancer = entry.LoadBalancer,
                    DetectionPlace = own.Field("outlierDetection"),
                    LoadBalancerPlace = own.Field("loadBalancer"),
                };
            }
        }
    }
}
