using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>The locality setting in force for a service and a client. Settings of different levels are never merged.</summary>
/// <remarks>Source: Istio, <c>GetEffectiveLbSetting</c> in <c>pilot/pkg/networking/core/loadbalancer</c>; specification 2.</remarks>
public sealed record EffectiveLocalitySetting
{
    /// <summary>Gets the level that decided, also where it decided that there is none.</summary>
    public LocalitySettingSource Source { get; private init; }

    /// <summary>Gets the setting.</summary>
    /// <value><see langword="null"/> if locality plays no part.</value>
    public LocalitySetting? Setting { get; private init; }

    /// <summary>Gets whether failover is on without outlier detection.</summary>
    public bool ForcesFailover { get; private init; }

    /// <summary>Gets whether Envoy balances the zones of priority 0.</summary>
    public bool IsZoneRoutingEnabled => Setting is { Kind: LocalitySettingKind.ZoneAware } and not { Enabled: false };

    /// <summary>Finds the first level that has a setting.</summary>
    /// <param name="loadBalancer">The rule's block after port and subset resolution.</param>
    /// <param name="trafficDistribution">The service's traffic distribution; <see langword="null"/> if it has none.</param>
    /// <param name="mesh">The mesh config.</param>
    public static EffectiveLocalitySetting Of(LoadBalancerSettings? loadBalancer, string? trafficDistribution, MeshDefaults mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        if (loadBalancer?.ZoneAwareLbSetting is { } ruleZoneAware)
        {
            return ZoneAware(LocalitySettingSource.RuleZoneAware, ruleZoneAware);
        }

        if (loadBalancer?.LocalityLbSetting is { } ruleLocality)
        {
            return ByLocality(LocalitySettingSource.RuleLocality, ruleLocality);
        }

        if (KeysOf(trafficDistribution) is { IsSet: true } keys)
        {
            return ByService(keys);
        }

        return mesh.ZoneAwareLbSetting is { } meshZoneAware ? ZoneAware(LocalitySettingSource.MeshZoneAware, meshZoneAware)
            : mesh.LocalityLbSetting is { } meshLocality ? ByLocality(LocalitySettingSource.MeshLocality, meshLocality)
            : new();
    }

    /// <summary>Returns the same where the setting plays no part for this client.</summary>
    internal EffectiveLocalitySetting WithoutSetting() => this with { Setting = null, ForcesFailover = false };

    private static EquatableList<string> KeysOf(string? trafficDistribution) => trafficDistribution switch
    {
        "PreferClose" or "PreferSameZone" => [TopologyLabels.Network, TopologyLabels.Region, TopologyLabels.Zone],
        "PreferSameNode" => [TopologyLabels.Network, TopologyLabels.Region, TopologyLabels.Zone, TopologyLabels.SubZone, TopologyLabels.Hostname],
        _ => default,
    };

    private static EffectiveLocalitySetting ByService(EquatableList<string> keys) => new()
    {
        Source = LocalitySettingSource.ServiceTrafficDistribution,
        Setting = new() { Enabled = true, FailoverPriority = keys },
        ForcesFailover = true,
    };

    private static EffectiveLocalitySetting ByLocality(LocalitySettingSource source, LocalityLoadBalancerSetting setting) => new()
    {
        Source = source,
        Setting = setting.Enabled == false ? null : LocalitySetting.From(setting),
    };

    private static EffectiveLocalitySetting ZoneAware(LocalitySettingSource source, ZoneAwareLoadBalancerSetting setting) => new()
    {
        Source = source,
        Setting = LocalitySetting.From(setting),
        ForcesFailover = setting.Enabled != false,
    };
}
