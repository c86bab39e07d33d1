using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>An address that a client's proxy balances over: an endpoint, or a gateway that stands for the endpoints behind it.</summary>
public sealed record UpstreamHost
{
    /// <summary>Gets the address.</summary>
    public required string Address { get; init; }

    /// <summary>Gets the weight.</summary>
    /// <value>1 by default.</value>
    public uint Weight { get; init; } = 1;

    /// <summary>Gets the labels, those of the topology included. A gateway has only network and cluster.</summary>
    public EquatableMap<string> Labels { get; init; }

    /// <summary>Gets whether the client regards it as healthy: not sent as unhealthy, not ejected.</summary>
    public bool IsHealthy { get; init; } = true;

    /// <summary>Gets whether it is a gateway to another network.</summary>
    public bool IsGateway { get; init; }

    /// <summary>Gets which part of its requests ends in an error. An unhealthy host gets requests in panic only, and answers none of them.</summary>
    public double ErrorRatio { get; init; }

    /// <summary>Gets which part of its requests each cluster of the mesh serves; for an endpoint, its own cluster serves all.</summary>
    public EquatableMap<double> ClusterRatios { get; init; }
}
