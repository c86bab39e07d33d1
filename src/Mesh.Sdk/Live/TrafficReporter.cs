namespace Mesh.Sdk.Live;

/// <summary>Which proxy's count of a request is read. Source: Istio, label <c>reporter</c> of the standard metrics.</summary>
public enum TrafficReporter
{
    /// <summary>The client's proxy, which also counts what never reached a service.</summary>
    Source,

    /// <summary>The service's proxy, which also counts clients without a proxy.</summary>
    Destination,

    /// <summary>A waypoint of ambient mode.</summary>
    Waypoint,
}
