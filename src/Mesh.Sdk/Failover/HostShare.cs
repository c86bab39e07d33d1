using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Failover;

/// <summary>The share of requests that a host gets.</summary>
/// <param name="Host">The host.</param>
/// <param name="Locality">Locality of its group.</param>
/// <param name="Priority">Priority of its group.</param>
/// <param name="Percent">Percentage of all requests of the client.</param>
public sealed record HostShare(UpstreamHost Host, Locality? Locality, int Priority, double Percent);
