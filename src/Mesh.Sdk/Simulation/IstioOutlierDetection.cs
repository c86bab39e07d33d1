using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Simulation;

/// <summary>What each version of Istio makes of <c>outlierDetection</c>.</summary>
/// <remarks>
/// <para>Before 1.7, <c>consecutiveErrors</c> n means n gateway errors in a row, and the 5xx detector is off; since then it is ignored.</para>
/// <para>Before 1.19 (Envoy 1.27), the first ejection is always allowed; since then the limit holds for it too.</para>
/// <para>Success rate and failure percentage detection are switched off by Istio, which has no field for them; <see cref="OutlierDetector"/> knows the former.</para>
/// Source: Istio, <c>applyOutlierDetection</c>; istio/istio#24087; envoyproxy/envoy#27909; specification 7.1, 7.3, 11.
/// </remarks>
public static class IstioOutlierDetection
{
    /// <summary>The first version that ignores <c>consecutiveErrors</c>.</summary>
    public static readonly Version IgnoresConsecutiveErrors = new(1, 7);

    /// <summary>The first version whose Envoy counts the first ejection against the limit.</summary>
    public static readonly Version CountsFirstEjection = new(1, 19);

    /// <summary>Returns what the detector is told; <see langword="null"/> if there is no block.</summary>
    /// <param name="block">The block in force.</param>
    /// <param name="istio">Version of Istio, major and minor; <see langword="null"/> means the current one.</param>
    public static OutlierDetectorSettings? SettingsOf(OutlierDetection? block, Version? istio = null)
    {
        if (OutlierTranslation.ToEnvoy(block) is not { } envoy)
        {
            return null;
        }

        OutlierDetectorSettings settings = OutlierDetectorSettings.From(envoy);
        if (istio is not null && istio < IgnoresConsecutiveErrors && block!.ConsecutiveErrors is > 0 and { } errors)
        {
            settings = settings with { Consecutive5xx = settings.Consecutive5xx with { EnforcingPercent = 0 }, ConsecutiveGatewayFailure = new(errors, 100) };
        }

        return istio is not null && istio < CountsFirstEjection ? settings with { Counting = EjectionCounting.FirstAlways } : settings;
    }
}
