namespace Mesh.Sdk.Failover;

/// <summary>An east-west gateway: the way into a network from outside.</summary>
/// <param name="Network">Network it leads to.</param>
/// <param name="Cluster">Cluster of the mesh in which it runs; empty if it is known by network only.</param>
/// <param name="Address">Its address.</param>
/// <param name="Port">Its port for TLS by SNI (AUTO_PASSTHROUGH).</param>
public sealed record NetworkGateway(string Network, string Cluster, string Address, int Port = 15443);
