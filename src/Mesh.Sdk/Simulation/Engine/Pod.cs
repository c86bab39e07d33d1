using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>An endpoint: how it behaves, and what the control plane says of it.</summary>
internal sealed class Pod(PodSet set, TrafficEndpoint endpoint, int ordinal, string zone, string? version)
{
    public PodSet Set { get; } = set;

    public TrafficEndpoint Endpoint { get; } = endpoint;

    public int Ordinal { get; } = ordinal;

    public string Zone { get; } = zone;

    public string? Version { get; } = version;

    public bool IsDesired { get; set; }

    public TimeSpan DrainsUntil { get; set; }

    public bool IsRefusing { get; set; }

    public bool IsBlackHole { get; set; }

    public double ErrorRatio { get; set; }

    public int ErrorStatus { get; set; }

    public double LatencySeconds { get; set; }

    public double Capacity { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets the tries per second that arrive.</summary>
    public double Load { get; set; }

    public double OverloadRatio { get; set; }

    /// <summary>Gets or sets which part of its answers fails because a service that it calls does.</summary>
    public double DependencyErrorRatio { get; set; }

    public KnownHealth Known { get; set; }

    /// <summary>Gets or sets what the API server of its cluster says; clients learn of it later.</summary>
    public KnownHealth Truth { get; set; }
}
