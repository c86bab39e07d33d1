using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Where the requests of one client go in the steady state.</summary>
public sealed record TrafficShares
{
    /// <summary>Gets the load of each priority.</summary>
    public required PriorityLoad Priorities { get; init; }

    /// <summary>Gets the share of each host, group by group.</summary>
    public required EquatableList<HostShare> Hosts { get; init; }

    /// <summary>Gets the percentage of requests that find no host and fail with 503 "no healthy upstream" (UH).</summary>
    public required double FailedPercent { get; init; }

    internal double ErrorPercent => Hosts.Sum(host => host.Percent * host.Host.ErrorRatio);
}
