namespace Mesh.Sdk.Failover;

/// <summary>Weight and hosts of a locality inside a priority.</summary>
/// <param name="Weight">Weight of the locality; 0 means never chosen.</param>
/// <param name="Hosts">All hosts.</param>
/// <param name="Healthy">Hosts that take requests.</param>
/// <param name="Excluded">Hosts that wait for their first active health check; none under Istio.</param>
public sealed record LocalityHosts(double Weight, int Hosts, int Healthy, int Excluded = 0);
