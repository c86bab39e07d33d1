namespace Mesh.Sdk.Failover;

/// <summary>The rules of Istio and Envoy that decide where a request goes, in the order in which they apply.</summary>
/// <remarks>The specification is <c>reference/istio-locality.md</c>, which the conformance vectors go with.</remarks>
public enum RoutingRule
{
    /// <summary>To which subsets a route sends requests: specification 8.5.</summary>
    Route,

    /// <summary>Which DestinationRule a client uses: specification 8.1 to 8.3.</summary>
    DestinationRuleLookup,

    /// <summary>Which traffic policy holds for port and subset: specification 8.4, 8.5.</summary>
    TrafficPolicyResolution,

    /// <summary>What Envoy's outlier detection is made of: specification 7.1.</summary>
    OutlierDetection,

    /// <summary>Which locality setting is in force: specification 2.</summary>
    EffectiveSetting,

    /// <summary>Whether failover is on: specification 2.</summary>
    FailoverSwitch,

    /// <summary>Which endpoints a client gets: specification 3.1, 3.2.</summary>
    EndpointSelection,

    /// <summary>Which endpoints are replaced by gateways: specification 3.4.</summary>
    MultiNetwork,

    /// <summary>Fixed weights: specification 4.5.</summary>
    Distribution,

    /// <summary>Priorities by shared labels: specification 4.3.</summary>
    LabelPriorities,

    /// <summary>Priorities by region, zone and sub-zone: specification 4.2.</summary>
    RegionPriorities,

    /// <summary>Priorities by region, with zones left to Envoy: specification 4.4, 6.6.</summary>
    ZoneAwarePriorities,

    /// <summary>Whether a locality is picked by weight first: specification 5, 6.5.</summary>
    LocalityWeighting,

    /// <summary>Which failing hosts are ejected: specification 7.3.</summary>
    Ejection,

    /// <summary>Whether unhealthy hosts are used when too few are healthy: specification 5, 6.3.</summary>
    PanicThreshold,

    /// <summary>How much each priority takes: specification 6.1, 6.2.</summary>
    PriorityLoad,

    /// <summary>What becomes of requests that find no host: specification 6.3, 8.5.</summary>
    NoHealthyHost,
}
