namespace Mesh.Sdk.Failover;

/// <summary>The levels at which a locality setting can stand, the strongest first.</summary>
public enum LocalitySettingSource
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary><c>trafficPolicy.loadBalancer.zoneAwareLbSetting</c> of the DestinationRule.</summary>
    RuleZoneAware,

    /// <summary><c>trafficPolicy.loadBalancer.localityLbSetting</c> of the DestinationRule.</summary>
    RuleLocality,

    /// <summary><c>trafficDistribution</c> of the service, or the annotation <c>networking.istio.io/traffic-distribution</c>.</summary>
    ServiceTrafficDistribution,

    /// <summary><c>zoneAwareLbSetting</c> of the mesh config.</summary>
    MeshZoneAware,

    /// <summary><c>localityLbSetting</c> of the mesh config.</summary>
    MeshLocality,
}
