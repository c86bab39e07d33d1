namespace Mesh.Sdk.Topology;

/// <summary>How hosts are chosen.</summary>
/// <remarks>Rendered as <c>loadBalancer.simple</c> or <c>loadBalancer.consistentHash</c>.</remarks>
public sealed record LoadBalancing
{
    /// <summary>Gets the algorithm.</summary>
    public required LoadBalancingAlgorithm Algorithm { get; init; }

    /// <summary>Gets the hash. <see langword="null"/> unless the algorithm is <see cref="LoadBalancingAlgorithm.ConsistentHash"/>.</summary>
    public ConsistentHash? Hash { get; init; }
}
