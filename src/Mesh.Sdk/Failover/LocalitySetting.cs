using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>A locality setting, whether written as <c>localityLbSetting</c> or as <c>zoneAwareLbSetting</c>.</summary>
public sealed record LocalitySetting
{
    /// <summary>Gets which of the two it is.</summary>
    public LocalitySettingKind Kind { get; init; }

    /// <summary>Gets whether it is on.</summary>
    /// <value><see langword="null"/> means on.</value>
    public bool? Enabled { get; init; }

    /// <summary>Gets fixed weights from localities to localities; they exclude failover.</summary>
    public EquatableList<LocalityDistribute> Distribute { get; init; }

    /// <summary>Gets which region follows which.</summary>
    public EquatableList<LocalityFailover> Failover { get; init; }

    /// <summary>Gets the labels that client and endpoint should share, the most important first.</summary>
    public EquatableList<string> FailoverPriority { get; init; }

    /// <summary>Gets how many hosts a service needs before zones matter.</summary>
    /// <value><see langword="null"/> leaves Envoy's default, 6.</value>
    public long? MinClusterSize { get; init; }

    /// <summary>Takes over a <c>localityLbSetting</c>.</summary>
    public static LocalitySetting From(LocalityLoadBalancerSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return new()
        {
            Kind = LocalitySettingKind.Locality,
            Enabled = setting.Enabled,
            Distribute = setting.Distribute,
            Failover = setting.Failover,
            FailoverPriority = setting.FailoverPriority,
        };
    }

    /// <summary>Takes over a <c>zoneAwareLbSetting</c>.</summary>
    public static LocalitySetting From(ZoneAwareLoadBalancerSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return new()
        {
            Kind = LocalitySettingKind.ZoneAware,
            Enabled = setting.Enabled,
            Failover = setting.Failover,
            FailoverPriority = setting.FailoverPriority,
            MinClusterSize = setting.MinClusterSize,
        };
    }
}
