using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Failover;

/// <summary>The client whose proxy chooses: a sidecar or a gateway.</summary>
public sealed record TrafficClient
{
    /// <summary>Gets the namespace; its DestinationRules come first.</summary>
    public required string Namespace { get; init; }

    /// <summary>Gets the labels of the workload. Those of the topology are added.</summary>
    public EquatableMap<string> Labels { get; init; } = [];

    /// <summary>Gets where the client runs.</summary>
    public Locality Locality { get; init; }

    /// <summary>Gets the cluster of the mesh in which it runs.</summary>
    public string Cluster { get; init; } = "";

    /// <summary>Gets its network.</summary>
    public string Network { get; init; } = "";

    /// <summary>Gets the node on which it runs, as far as it matters.</summary>
    public string Node { get; init; } = "";

    /// <summary>Gets the networks whose endpoints the proxy asks for (<c>ISTIO_META_REQUESTED_NETWORK_VIEW</c>).</summary>
    /// <value>Unset or empty means all.</value>
    public EquatableList<string> RequestedNetworkView { get; init; }

    /// <summary>Gets whether it is a waypoint, which ignores <c>zoneAwareLbSetting</c>.</summary>
    public bool IsWaypoint { get; init; }

    internal EquatableMap<string> EnrichedLabels => TopologyLabels.Enrich(Labels, Locality, Cluster, Network, Node);
}
