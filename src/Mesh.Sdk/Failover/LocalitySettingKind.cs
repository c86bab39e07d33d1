namespace Mesh.Sdk.Failover;

/// <summary>The two forms of a locality setting.</summary>
public enum LocalitySettingKind
{
    /// <summary><c>localityLbSetting</c>: priorities by region, zone and sub-zone, by labels, or fixed weights.</summary>
    Locality,

    /// <summary><c>zoneAwareLbSetting</c>: priorities by region; Envoy balances the zones of priority 0.</summary>
    ZoneAware,
}
