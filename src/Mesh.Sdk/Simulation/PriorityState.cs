namespace Mesh.Sdk.Simulation;

/// <summary>A priority as a client sees it.</summary>
/// <param name="Priority">The priority; 0 is used first.</param>
/// <param name="Hosts">Its hosts; a gateway counts as one.</param>
/// <param name="HealthyHosts">Hosts that are neither ejected nor known as unhealthy.</param>
/// <param name="LoadPercent">What it takes of the requests.</param>
/// <param name="IsInPanic">Whether it uses unhealthy hosts too.</param>
public sealed record PriorityState(int Priority, int Hosts, int HealthyHosts, int LoadPercent, bool IsInPanic);
