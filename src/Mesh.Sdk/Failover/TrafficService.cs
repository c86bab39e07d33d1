namespace Mesh.Sdk.Failover;

/// <summary>The service that is called.</summary>
public sealed record TrafficService
{
    /// <summary>Gets the namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>Gets the full host name, such as <c>frontpage.backyards-demo.svc.cluster.local</c>.</summary>
    public required string Host { get; init; }

    /// <summary>Gets the port.</summary>
    /// <value><see langword="null"/> if port-level settings don't matter.</value>
    public int? Port { get; init; }

    /// <summary>Gets the subset that the route names.</summary>
    /// <value><see langword="null"/> for traffic without one.</value>
    public string? Subset { get; init; }

    /// <summary>Gets <c>spec.trafficDistribution</c>, or the annotation that stands for it.</summary>
    public string? TrafficDistribution { get; init; }

    /// <summary>Gets whether clients use only endpoints of their own cluster.</summary>
    public bool IsClusterLocal { get; init; }

    /// <summary>Gets whether draining endpoints are kept for the sessions they have.</summary>
    public bool HasPersistentSessions { get; init; }
}
