namespace Mesh.Sdk.Failover;

/// <summary>A subset to which a route sends requests. Each is an Envoy cluster of its own, with priorities and ejections of its own.</summary>
/// <param name="Subset">The subset; <see langword="null"/> means all endpoints of the service.</param>
/// <param name="Weight">Its part of the requests, in relation to the other destinations. Health does not move it.</param>
public sealed record TrafficDestination(string? Subset, int Weight);
