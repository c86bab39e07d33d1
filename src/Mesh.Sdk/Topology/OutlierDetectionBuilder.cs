namespace Mesh.Sdk.Topology;

/// <summary>Declares when hosts are ejected. What is not told is the platform's default.</summary>
public sealed class OutlierDetectionBuilder
{
    private MeshOutlierDetection _detection;

    internal OutlierDetectionBuilder(MeshOutlierDetection detection) => _detection = detection;

    /// <summary>
    /// Sets what failover needs: 5 errors of either kind in a row, ejection of up to 100 percent of the hosts, and health
    /// regarded however little is left. With the platform's 10 percent nothing is ejected among fewer than 10 hosts.
    /// </summary>
    public OutlierDetectionBuilder ForFailover() => With(_detection with
    {
        Consecutive5xxErrors = 5,
        ConsecutiveGatewayErrors = 5,
        MaxEjectionPercent = 100,
        MinHealthPercent = 0,
    });

    /// <summary>Sets what Backyards' circuit breaker sets: 5 errors, swept every 10 s, out for 30 s, up to 100 percent.</summary>
    /// <remarks>
    /// Backyards wrote <c>consecutiveErrors: 5</c>, which Istio ignores since 1.7; five 5xx answers in a row, Envoy's default,
    /// are what such a rule comes to.
    /// </remarks>
    public OutlierDetectionBuilder AsBackyards() => With(_detection with
    {
        Consecutive5xxErrors = 5,
        Interval = TimeSpan.FromSeconds(10),
        BaseEjectionTime = TimeSpan.FromSeconds(30),
        MaxEjectionPercent = 100,
    });

    /// <summary>Ejects after this many 5xx answers in a row; 0 switches the detector off.</summary>
    public OutlierDetectionBuilder AfterConsecutive5xx(int errors) => With(_detection with { Consecutive5xxErrors = errors });

    /// <summary>Ejects after this many 502, 503 or 504 answers in a row; 0 switches the detector off.</summary>
    public OutlierDetectionBuilder AfterConsecutiveGatewayErrors(int errors) => With(_detection with { ConsecutiveGatewayErrors = errors });

    /// <summary>Counts errors of the connection apart from answers, and ejects after this many in a row.</summary>
    public OutlierDetectionBuilder AfterConsecutiveLocalOriginFailures(int failures) => With(_detection with
    {
        SplitExternalLocalOriginErrors = true,
        ConsecutiveLocalOriginFailures = failures,
    });

    /// <summary>Sets whether errors of the connection are counted apart from answers.</summary>
    public OutlierDetectionBuilder WithLocalOriginErrorsSplit(bool split) => With(_detection with { SplitExternalLocalOriginErrors = split });

    /// <summary>Sets the time between sweeps, at least 1 ms.</summary>
    public OutlierDetectionBuilder Every(TimeSpan interval) => With(_detection with { Interval = interval });

    /// <summary>Sets how long the first ejection lasts, at least 1 ms; the n-th lasts n times as long.</summary>
    public OutlierDetectionBuilder For(TimeSpan baseEjectionTime) => With(_detection with { BaseEjectionTime = baseEjectionTime });

    /// <summary>Sets how much of the hosts may be ejected at once, 0 to 100.</summary>
    public OutlierDetectionBuilder UpTo(int maxEjectionPercent) => With(_detection with { MaxEjectionPercent = maxEjectionPercent });

    /// <summary>Sets how much must be healthy for health to be regarded, 0 to 100.</summary>
    public OutlierDetectionBuilder WithMinHealth(int minHealthPercent) => With(_detection with { MinHealthPercent = minHealthPercent });

    internal MeshOutlierDetection Build() => _detection;

    private OutlierDetectionBuilder With(MeshOutlierDetection detection)
    {
        _detection = detection;
        return this;
    }
}
