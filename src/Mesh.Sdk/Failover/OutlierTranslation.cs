using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Failover;

/// <summary>What Istio makes of <c>outlierDetection</c> on the Envoy cluster.</summary>
/// <remarks>
/// <c>consecutiveErrors</c> is ignored since Istio 1.7 (istio/istio#24087).
/// Source: Istio, <c>applyOutlierDetection</c> in <c>pilot/pkg/networking/core/cluster_traffic_policy.go</c>; specification 7.1.
/// </remarks>
public static class OutlierTranslation
{
    /// <summary>Translates a block. An empty one switches detection on with Envoy's defaults.</summary>
    /// <returns><see langword="null"/> if there is no block.</returns>
    public static EnvoyOutlierDetection? ToEnvoy(OutlierDetection? block)
    {
        if (block is null)
        {
            return null;
        }

        bool isSplit = block.SplitExternalLocalOriginErrors == true;
        long? localOrigin = isSplit && block.ConsecutiveLocalOriginFailures is > 0 and { } failures ? failures : null;
        return new()
        {
            Consecutive5xx = block.Consecutive5xxErrors,
            EnforcingConsecutive5xxPercent = Enforcing(block.Consecutive5xxErrors),
            ConsecutiveGatewayFailure = block.ConsecutiveGatewayErrors,
            EnforcingConsecutiveGatewayFailurePercent = Enforcing(block.ConsecutiveGatewayErrors),
            SplitExternalLocalOriginErrors = isSplit,
            ConsecutiveLocalOriginFailure = localOrigin,
            EnforcingConsecutiveLocalOriginFailurePercent = Enforcing(localOrigin),
            EnforcingLocalOriginSuccessRatePercent = isSplit ? 0 : null,
            Interval = block.Interval,
            BaseEjectionTime = block.BaseEjectionTime,
            MaxEjectionPercent = block.MaxEjectionPercent is > 0 and { } percent ? percent : null,
            HttpErrorCodes = block.OutlierDetectionHttpErrorCodes.Count == 0 ? default : block.OutlierDetectionHttpErrorCodes,
        };
    }

    /// <summary>Returns the healthy panic threshold that a block sets: <c>minHealthPercent</c>, else 0, which switches panic off.</summary>
    /// <returns><see langword="null"/> if there is no block, or its value is negative and so not sent.</returns>
    public static int? PanicThresholdPercent(OutlierDetection? block) => block switch
    {
        null or { MinHealthPercent: < 0 } => null,
        _ => block.MinHealthPercent ?? 0,
    };

    private static int? Enforcing(long? threshold) => threshold is null ? null : threshold > 0 ? 100 : 0;
}
