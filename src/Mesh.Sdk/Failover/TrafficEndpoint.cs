using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Failover;

/// <summary>A workload instance behind a service.</summary>
public sealed record TrafficEndpoint
{
    /// <summary>Gets the address; it may be empty where a gateway leads to the endpoint.</summary>
    public required string Address { get; init; }

    /// <summary>Gets the cluster of the mesh in which it runs.</summary>
    public required string Cluster { get; init; }

    /// <summary>Gets its network.</summary>
    public string Network { get; init; } = "";

    /// <summary>Gets where it runs.</summary>
    public Locality Locality { get; init; }

    /// <summary>Gets the labels of the workload. Those of the topology are added.</summary>
    public EquatableMap<string> Labels { get; init; } = [];

    /// <summary>Gets the weight.</summary>
    /// <value>0 means 1.</value>
    public uint Weight { get; init; } = 1;

    /// <summary>Gets its state.</summary>
    public EndpointHealth Health { get; init; }

    /// <summary>Gets whether the client uses Istio's mutual TLS with it. Endpoints tunnelled by HBONE count as not, in sidecar mode.</summary>
    public bool UsesMutualTls { get; init; } = true;

    /// <summary>Gets the node on which it runs, as far as it matters.</summary>
    public string Node { get; init; } = "";

    internal EquatableMap<string> EnrichedLabels => TopologyLabels.Enrich(Labels, Locality, Cluster, Network, Node);

    internal UpstreamHost ToHost() => new()
    {
        Address = Address,
        Weight = Math.Max(1, Weight),
        Labels = EnrichedLabels,
        IsHealthy = Health is EndpointHealth.Healthy or EndpointHealth.Failing,
        ErrorRatio = Health is EndpointHealth.Failing or EndpointHealth.Unhealthy or EndpointHealth.NotReady ? 1 : 0,
        ClusterRatios = [new(Cluster, 1)],
    };
}
