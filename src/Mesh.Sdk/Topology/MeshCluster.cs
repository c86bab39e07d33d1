using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>A Kubernetes cluster of the mesh. Immutable; compares by value.</summary>
public sealed record MeshCluster
{
    /// <summary>Gets the name, which is also Istio's cluster id: a DNS-1123 label.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the role. Peer unless told otherwise.</summary>
    public MeshClusterRole Role { get; init; }

    /// <summary>Gets who runs the machines.</summary>
    public CloudProvider Provider { get; init; }

    /// <summary>Gets the region of the nodes (label <c>topology.kubernetes.io/region</c>); empty if not told.</summary>
    public string Region { get; init; } = "";

    /// <summary>Gets the zones of the nodes (label <c>topology.kubernetes.io/zone</c>); empty if not told.</summary>
    public EquatableList<string> Zones { get; init; } = [];

    /// <summary>Gets the sub-zone of the nodes (label <c>topology.istio.io/subzone</c>). <see langword="null"/> means none.</summary>
    public string? SubZone { get; init; }

    /// <summary>Gets the network. Pods of clusters with the same network reach each other directly; the default is the cluster's own name.</summary>
    public required string Network { get; init; }

    /// <summary>Gets the Istio revision that serves the cluster, such as <c>cp-v17x.istio-system</c>. <see langword="null"/> means the default one.</summary>
    public string? Revision { get; init; }

    /// <summary>Gets where the credentials are found. <see langword="null"/> means not told.</summary>
    public KubeconfigReference? Kubeconfig { get; init; }

    /// <summary>Gets the addresses (IP addresses or DNS names) of the east-west gateway; empty if not known yet.</summary>
    public EquatableList<string> GatewayAddresses { get; init; } = [];

    /// <summary>Gets the trust domain of the cluster's workloads. <see langword="null"/> means that of the mesh.</summary>
    public string? TrustDomain { get; init; }

    /// <summary>Gets the locality of pods bound to no zone: zone and sub-zone are known only if the cluster has exactly one zone.</summary>
    public Locality Locality => Zones.Count == 1 ? LocalityIn(Zones[0]) : new(Region);

    /// <summary>Returns the locality of a zone of this cluster.</summary>
    public Locality LocalityIn(string zone) => new(Region, zone, SubZone ?? "");

    /// <summary>Returns the locality of a workload of this cluster, whose own zone and sub-zone come first.</summary>
    public Locality LocalityOf(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        Locality place = workload.Zone is { } zone ? LocalityIn(zone) : Locality;
        return workload.SubZone is { } subZone && place.Zone.Length > 0 ? new(place.Region, place.Zone, subZone) : place;
    }
}
