namespace Mesh.Sdk.Topology;

/// <summary>Envoy's zone-aware routing inside the client's region. Needs proxies started with self-discovery.</summary>
/// <remarks>Rendered as <c>loadBalancer.zoneAwareLbSetting</c>, which recent Istio has. Source: Istio, <c>destination_rule.proto</c>.</remarks>
public sealed record ZoneAwareRouting
{
    /// <summary>Gets how many hosts the client's region needs for zone-aware routing, 1 or more. <see langword="null"/> leaves the platform default, 6.</summary>
    public int? MinClusterSize { get; init; }
}
