using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>What an <see cref="OutlierDetector"/> is told, every default filled in with Envoy's.</summary>
/// <remarks>Source: Envoy, <c>config/cluster/v3/outlier_detection.proto</c>; specification 7.1.</remarks>
public sealed record OutlierDetectorSettings
{
    private static readonly TimeSpan LongestByDefault = TimeSpan.FromSeconds(300);

    /// <summary>Gets the detector of 5xx answers in a row; 5, enforced, by default.</summary>
    public ConsecutiveDetector Consecutive5xx { get; init; } = new(5, 100);

    /// <summary>Gets the detector of 502, 503 and 504 in a row; 5, not enforced, by default.</summary>
    public ConsecutiveDetector ConsecutiveGatewayFailure { get; init; } = new(5, 0);

    /// <summary>Gets the detector of connection failures in a row, which works with the split only; 5, enforced, by default.</summary>
    public ConsecutiveDetector ConsecutiveLocalOriginFailure { get; init; } = new(5, 100);

    /// <summary>Gets whether failures of the connection are counted apart from answers.</summary>
    public bool SplitsExternalLocalOriginErrors { get; init; }

    /// <summary>Gets the success-rate detector: enforced, 5 hosts, 100 requests, 1.9 standard deviations by default. Istio switches it off.</summary>
    public RateDetector SuccessRate { get; init; } = new(100, 5, 100, SuccessRateThreshold.DefaultStdevFactor);

    /// <summary>Gets how often the success rate of connections ejects, with the split only; 100 by default. Istio switches it off.</summary>
    public int EnforcingLocalOriginSuccessRatePercent { get; init; } = 100;

    /// <summary>Gets the failure-percentage detector: off, 5 hosts, 50 requests, 85 % by default.</summary>
    public RateDetector FailurePercentage { get; init; } = new(0, 5, 50, 85);

    /// <summary>Gets how often the failure percentage of connections ejects, with the split only; 0 by default.</summary>
    public int EnforcingFailurePercentageLocalOriginPercent { get; init; }

    /// <summary>Gets the time between sweeps; 10 s by default. Hosts return at sweeps only.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets how long the first ejection lasts; 30 s by default.</summary>
    public TimeSpan BaseEjectionTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how long an ejection lasts at most. <see langword="null"/> means 300 s, or the base ejection time if that is longer.</summary>
    public TimeSpan? MaxEjectionTime { get; init; }

    /// <summary>Gets how much is added to an ejection at random, at most; nothing by default.</summary>
    public TimeSpan MaxEjectionTimeJitter { get; init; }

    /// <summary>Gets how much of all hosts may be ejected at once; 10 by default.</summary>
    public int MaxEjectionPercent { get; init; } = EjectionLimit.DefaultMaxEjectionPercent;

    /// <summary>Gets whether one host may be ejected whatever the limit.</summary>
    public bool AlwaysEjectsOneHost { get; init; }

    /// <summary>Gets how the limit is counted.</summary>
    public EjectionCounting Counting { get; init; }

    /// <summary>Gets the status codes that alone count as failures; unset means 500 to 599.</summary>
    public EquatableList<int> HttpErrorCodes { get; init; }

    internal TimeSpan LongestEjection => MaxEjectionTime ?? (BaseEjectionTime > LongestByDefault ? BaseEjectionTime : LongestByDefault);

    /// <summary>Takes over what Istio configures.</summary>
    /// <param name="envoy">Envoy's settings, as <see cref="OutlierTranslation"/> gives them.</param>
    public static OutlierDetectorSettings From(EnvoyOutlierDetection envoy)
    {
        ArgumentNullException.ThrowIfNull(envoy);
        return new()
        {
            Consecutive5xx = new(envoy.Consecutive5xx ?? 5, envoy.EnforcingConsecutive5xxPercent ?? 100),
            ConsecutiveGatewayFailure = new(envoy.ConsecutiveGatewayFailure ?? 5, envoy.EnforcingConsecutiveGatewayFailurePercent ?? 0),
            ConsecutiveLocalOriginFailure = new(envoy.ConsecutiveLocalOriginFailure ?? 5, envoy.EnforcingConsecutiveLocalOriginFailurePercent ?? 100),
            SplitsExternalLocalOriginErrors = envoy.SplitExternalLocalOriginErrors,
            SuccessRate = new(envoy.EnforcingSuccessRatePercent, 5, 100, SuccessRateThreshold.DefaultStdevFactor),
            EnforcingLocalOriginSuccessRatePercent = envoy.EnforcingLocalOriginSuccessRatePercent ?? 0,
            Interval = envoy.EffectiveInterval,
            BaseEjectionTime = envoy.EffectiveBaseEjectionTime,
            MaxEjectionPercent = envoy.EffectiveMaxEjectionPercent,
            HttpErrorCodes = envoy.HttpErrorCodes,
        };
    }
}
