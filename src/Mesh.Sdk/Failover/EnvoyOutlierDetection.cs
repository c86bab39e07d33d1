using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>
/// Envoy's outlier detection as Istio configures it. <see langword="null"/> leaves Envoy's default, which the
/// <c>Effective</c> members know.
/// </summary>
/// <remarks>Source: Envoy, <c>config/cluster/v3/outlier_detection.proto</c>; specification 7.1.</remarks>
public sealed record EnvoyOutlierDetection
{
    /// <summary>Gets <c>consecutive_5xx</c>.</summary>
    public long? Consecutive5xx { get; init; }

    /// <summary>Gets <c>enforcing_consecutive_5xx</c>.</summary>
    public int? EnforcingConsecutive5xxPercent { get; init; }

    /// <summary>Gets <c>consecutive_gateway_failure</c>.</summary>
    public long? ConsecutiveGatewayFailure { get; init; }

    /// <summary>Gets <c>enforcing_consecutive_gateway_failure</c>.</summary>
    public int? EnforcingConsecutiveGatewayFailurePercent { get; init; }

    /// <summary>Gets <c>split_external_local_origin_errors</c>.</summary>
    public bool SplitExternalLocalOriginErrors { get; init; }

    /// <summary>Gets <c>consecutive_local_origin_failure</c>.</summary>
    public long? ConsecutiveLocalOriginFailure { get; init; }

    /// <summary>Gets <c>enforcing_consecutive_local_origin_failure</c>.</summary>
    public int? EnforcingConsecutiveLocalOriginFailurePercent { get; init; }

    /// <summary>Gets <c>enforcing_local_origin_success_rate</c>; Istio switches this detector off.</summary>
    public int? EnforcingLocalOriginSuccessRatePercent { get; init; }

    /// <summary>Gets <c>enforcing_success_rate</c>; Istio switches this detector off.</summary>
    public int EnforcingSuccessRatePercent { get; init; }

    /// <summary>Gets <c>interval</c>.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>Gets <c>base_ejection_time</c>.</summary>
    public TimeSpan? BaseEjectionTime { get; init; }

    /// <summary>Gets <c>max_ejection_percent</c>.</summary>
    public int? MaxEjectionPercent { get; init; }

    /// <summary>Gets the status codes that alone count as failures; unset means 500 to 599.</summary>
    public EquatableList<int> HttpErrorCodes { get; init; }

    /// <summary>Gets the 5xx answers in a row that eject a host; <see langword="null"/> if none do.</summary>
    public long? EffectiveConsecutive5xx => Enforced(Consecutive5xx, EnforcingConsecutive5xxPercent ?? 100);

    /// <summary>Gets the answers 502, 503 or 504 in a row that eject a host; <see langword="null"/> if none do.</summary>
    public long? EffectiveConsecutiveGatewayFailure => Enforced(ConsecutiveGatewayFailure, EnforcingConsecutiveGatewayFailurePercent ?? 0);

    /// <summary>Gets the time between two sweeps; hosts return only at sweeps.</summary>
    public TimeSpan EffectiveInterval => Interval ?? TimeSpan.FromSeconds(10);

    /// <summary>Gets how long the first ejection lasts.</summary>
    public TimeSpan EffectiveBaseEjectionTime => BaseEjectionTime ?? TimeSpan.FromSeconds(30);

    /// <summary>Gets how long an ejection lasts at most: 300 s, or the base ejection time if that is longer.</summary>
    public TimeSpan EffectiveMaxEjectionTime => TimeSpan.FromTicks(Math.Max(TimeSpan.FromSeconds(300).Ticks, EffectiveBaseEjectionTime.Ticks));

    /// <summary>Gets the percentage of hosts that may be ejected at the same time.</summary>
    public int EffectiveMaxEjectionPercent => MaxEjectionPercent ?? EjectionLimit.DefaultMaxEjectionPercent;

    private static long? Enforced(long? threshold, int enforcingPercent) => enforcingPercent > 0 ? threshold ?? 5 : null;
}
