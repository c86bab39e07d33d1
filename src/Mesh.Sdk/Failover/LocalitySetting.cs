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
    public EquatableList<LocalityShares> Distribute { get; init; }

    /// <summary>Gets which region follows which.</summary>
    public EquatableList<RegionPair> Failover { get; init; }

    /// <summary>Gets the labels that client and endpoint should share, the most important first.</summary>
    public EquatableList<string> FailoverPriority { get; init; }

    /// <summary>Gets how many hosts a service needs before zones matter.</summary>
    /// <value><see langword="null"/> leaves Envoy's default, 6.</value>
    public int? MinClusterSize { get; init; }
}
