namespace Mesh.Sdk.Topology;

/// <summary>How a host is chosen among those of the priority. Source: Istio, <c>destination_rule.proto</c>, enum <c>SimpleLB</c>.</summary>
public enum LoadBalancingAlgorithm
{
    /// <summary>The host with fewer open requests of two drawn at random.</summary>
    LeastRequest,

    /// <summary>One host after the other.</summary>
    RoundRobin,

    /// <summary>Any host.</summary>
    Random,

    /// <summary>The address that the caller asked for. Priorities have no effect.</summary>
    Passthrough,

    /// <summary>The host that a hash of the request points to.</summary>
    ConsistentHash,
}
