using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>A host as one flow sees it: an endpoint, or a gateway with the pods behind it.</summary>
internal sealed class FlowHost
{
    public required string Key { get; init; }

    public required UpstreamHost Host { get; set; }

    public required int Group { get; set; }

    public required int IndexInGroup { get; set; }

    /// <summary>Gets where it is; empty if that is not known.</summary>
    public required string Locality { get; init; }

    public required Pod[] Behind { get; set; }

    /// <summary>Gets or sets the cluster of the gateway; <see langword="null"/> for an endpoint.</summary>
    public string? GatewayCluster { get; set; }

    /// <summary>Gets or sets the probability that a first try goes here.</summary>
    public double Share { get; set; }

    public int Priority { get; set; }

    public int DetectorIndex { get; set; } = -1;

    public TryOutcome Outcome { get; set; }

    /// <summary>Gets or sets the tries for each request of the flow.</summary>
    public double Tries { get; set; }

    /// <summary>Gets or sets whether it got tries when last looked at.</summary>
    public bool IsTried { get; set; }

    /// <summary>Gets the progress of each consecutive detector towards its threshold, 0 to 1.</summary>
    public double[] Progress { get; } = new double[3];

    /// <summary>Gets or sets whether the limit refused its ejection, and nothing has changed since.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Gets or sets from when on its failures show: a try that times out fails late.</summary>
    public TimeSpan CountsFrom { get; set; }
}
