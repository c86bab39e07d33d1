using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>A service of the mesh, its workloads and where its traffic goes. Immutable; compares by value, lists included.</summary>
public sealed record MeshService
{
    /// <summary>Gets the name: a DNS-1035 label. The pods carry it as label <c>app</c>, which the service selects.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>Gets the full host name, <c>name.namespace.svc.cluster.local</c>.</summary>
    public string Host => $"{Name}.{Namespace}.svc.cluster.local";

    /// <summary>Gets the labels of the service, beside <c>app</c> and <c>service</c>.</summary>
    public EquatableMap<string> Labels { get; init; } = [];

    /// <summary>Gets the ports. A service without any is rendered as policy only: no Service object.</summary>
    public EquatableList<MeshServicePort> Ports { get; init; } = [];

    /// <summary>Gets the service account of the workloads. <see langword="null"/> means the namespace's default one.</summary>
    public string? ServiceAccount { get; init; }

    /// <summary>Gets the workloads.</summary>
    public EquatableList<Workload> Workloads { get; init; } = [];

    /// <summary>Gets the subsets: those declared, and one for each version that a route names.</summary>
    public EquatableList<ServiceSubset> Subsets { get; init; } = [];

    /// <summary>Gets the clusters where the name must resolve, and so a Service object exists. Empty means every cluster of the mesh.</summary>
    public EquatableList<string> ResolvesIn { get; init; } = [];

    /// <summary>Gets the failovers from region to region. Regions that are not named remain the last resort.</summary>
    public EquatableList<RegionFailover> Failovers { get; init; } = [];

    /// <summary>
    /// Gets the regions in the order in which every client uses them; empty if none is told. Istio has no such field, so it is
    /// rendered as generated pod labels and <c>failoverPriority</c>. Regions that are not named come last.
    /// </summary>
    public EquatableList<string> FailoverOrder { get; init; } = [];

    /// <summary>Gets the labels, <c>key</c> or <c>key=value</c>, whose agreement between client and endpoint decides the priority; empty if none.</summary>
    public EquatableList<string> FailoverPriority { get; init; } = [];

    /// <summary>Gets how clients of a locality spread their traffic; empty if not told. Excludes every kind of failover.</summary>
    public EquatableList<LocalityDistribution> Distributions { get; init; } = [];

    /// <summary>
    /// Gets the zone-aware routing. <see langword="null"/> means none. When set, <see cref="Failovers"/>, <see cref="FailoverOrder"/>
    /// and <see cref="FailoverPriority"/> belong to it (<c>zoneAwareLbSetting</c>), else to <c>localityLbSetting</c>.
    /// </summary>
    public ZoneAwareRouting? ZoneAwareRouting { get; init; }

    /// <summary>Gets whether locality decides at all. <see cref="LocalityPreference.Default"/> leaves it to the other members and the mesh.</summary>
    public LocalityPreference LocalityPreference { get; init; }

    /// <summary>Gets when hosts are ejected. <see langword="null"/> means never, and then no failover takes effect.</summary>
    public MeshOutlierDetection? OutlierDetection { get; init; }

    /// <summary>Gets the limits on connections and requests. <see langword="null"/> means the platform's.</summary>
    public ConnectionPool? ConnectionPool { get; init; }

    /// <summary>Gets how hosts are chosen. <see langword="null"/> means the platform default, least requests.</summary>
    public LoadBalancing? LoadBalancing { get; init; }

    /// <summary>Gets the HTTP routes in the order in which they are tried, the one without conditions last; empty means none.</summary>
    public EquatableList<MeshRoute> Routes { get; init; } = [];

    /// <summary>Gets how the service is reached from outside the mesh; empty means not at all.</summary>
    public EquatableList<IngressExposure> Exposures { get; init; } = [];

    /// <summary>Gets the mutual TLS mode. <see langword="null"/> means that of the namespace.</summary>
    public MutualTlsMode? MutualTls { get; init; }

    /// <summary>Gets the mutual TLS modes of single ports; empty means none differs.</summary>
    public EquatableList<PortMutualTls> PortMutualTls { get; init; } = [];

    /// <summary>Gets what clients use. <see langword="null"/> lets the mesh find out.</summary>
    public ClientTlsMode? ClientTls { get; init; }
}
