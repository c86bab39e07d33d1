using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Until a host is ejected, only retries keep its errors from callers.</summary>
/// <remarks>Specification 5, 7.2.</remarks>
internal sealed class RetriesOff : Rule<RouteView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2131",
        DiagnosticSeverity.Info,
        "The route switches retries off (attempts: 0), and outlier detection of {0} ejects a host only after {1}: until then callers get every one of these errors, and again after each return of the host.",
        "Leave retries out, which retries twice, or set attempts to 1 or more with retryOn.");

    public override void Check(RouteView value, Place place)
    {
        if (value.Retries.Attempts == 0)
        {
            EnvoyOutlierDetection envoy = OutlierTranslation.ToEnvoy(value.Detection)!;
            long? errors = envoy.EffectiveConsecutive5xx is { } any && envoy.EffectiveConsecutiveGatewayFailure is { } gateway
                ? Math.Min(any, gateway)
                : envoy.EffectiveConsecutive5xx ?? envoy.EffectiveConsecutiveGatewayFailure;
            place.Field("retries").Field("attempts").Report(Descriptor, value.Host, errors is null ? "errors that it does not count" : $"{errors} errors in a row");
        }
    }
}
