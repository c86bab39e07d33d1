namespace Mesh.Sdk.Failover;

/// <summary>A host with what decides whether a client of another network reaches it directly.</summary>
public sealed record NetworkEndpoint
{
    /// <summary>Gets the host.</summary>
    public required UpstreamHost Host { get; init; }

    /// <summary>Gets the network of the endpoint.</summary>
    public string Network { get; init; } = "";

    /// <summary>Gets the cluster of the mesh in which the endpoint runs.</summary>
    public string Cluster { get; init; } = "";

    /// <summary>Gets whether the client uses Istio's mutual TLS with it; only then can it be reached through a gateway.</summary>
    public bool UsesMutualTls { get; init; } = true;
}
