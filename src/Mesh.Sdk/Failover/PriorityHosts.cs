namespace Mesh.Sdk.Failover;

/// <summary>How many hosts a priority has, and in which state. Envoy counts hosts here, not weights.</summary>
/// <param name="Hosts">All hosts.</param>
/// <param name="Healthy">Hosts that take requests.</param>
/// <param name="Degraded">Hosts that take requests only when healthy ones don't suffice; none under Istio.</param>
/// <param name="Excluded">Hosts that wait for their first active health check; none under Istio.</param>
public sealed record PriorityHosts(int Hosts, int Healthy, int Degraded = 0, int Excluded = 0)
{
    internal int Considered => Hosts - Excluded;

    internal double AvailablePercent => Considered <= 0 ? 0 : 100.0 * (Healthy + Degraded) / Considered;
}
