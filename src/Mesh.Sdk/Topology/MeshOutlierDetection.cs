namespace Mesh.Sdk.Topology;

/// <summary>When a client takes a host out of load balancing, and for how long.</summary>
/// <remarks>Rendered as <c>trafficPolicy.outlierDetection</c>. Source: Istio, <c>destination_rule.proto</c>, message <c>OutlierDetection</c>.</remarks>
public sealed record MeshOutlierDetection
{
    /// <summary>Gets how many 5xx answers in a row eject a host. <see langword="null"/> leaves the platform default, 5; 0 switches the detector off.</summary>
    public int? Consecutive5xxErrors { get; init; }

    /// <summary>Gets how many 502, 503 or 504 answers in a row eject a host. <see langword="null"/> or 0: the detector is off.</summary>
    public int? ConsecutiveGatewayErrors { get; init; }

    /// <summary>Gets whether errors of the connection are counted apart from answers. <see langword="null"/> leaves the platform default, no.</summary>
    public bool? SplitExternalLocalOriginErrors { get; init; }

    /// <summary>Gets how many connection errors in a row eject a host; only with the split. <see langword="null"/> leaves the platform default, 5.</summary>
    public int? ConsecutiveLocalOriginFailures { get; init; }

    /// <summary>Gets the time between sweeps, which end ejections. At least 1 ms; <see langword="null"/> leaves the platform default, 10 s.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>Gets how long the first ejection lasts; the n-th lasts n times as long. At least 1 ms; <see langword="null"/> leaves the platform default, 30 s.</summary>
    public TimeSpan? BaseEjectionTime { get; init; }

    /// <summary>Gets how much of the hosts may be ejected at once, 0 to 100. <see langword="null"/> leaves the platform default, 10: nothing is ejected among fewer than 10 hosts.</summary>
    public int? MaxEjectionPercent { get; init; }

    /// <summary>Gets how much must be healthy for health to be regarded, 0 to 100. <see langword="null"/> leaves the platform default, 0: always.</summary>
    public int? MinHealthPercent { get; init; }
}
