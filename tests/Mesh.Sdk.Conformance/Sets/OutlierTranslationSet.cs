using System.Text.Json.Nodes;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class OutlierTranslationSet : IVectorSet
{
    public string Name => "outlier-translation";

    public JsonNode? Compute(VectorCase vector)
    {
        OutlierDetection? block = vector["outlierDetection"].ReadTyped(OutlierDetection.Read);
        EnvoyOutlierDetection? envoy = OutlierTranslation.ToEnvoy(block);
        return new JsonObject
        {
            ["envoyOutlierDetection"] = envoy is null ? null : ToJson(envoy),
            ["healthyPanicThreshold"] = OutlierTranslation.PanicThresholdPercent(block),
        };
    }

    // Durations are compared by value, so they are spelled alike on both sides.
    public JsonNode? Normalize(JsonNode? expected, VectorCase vector)
    {
        foreach (string name in (string[])["interval", "base_ejection_time"])
        {
            if (expected?["envoyOutlierDetection"]?[name] is JsonValue value && GoDuration.TryParse(value.GetValue<string>(), out TimeSpan duration))
            {
                expected["envoyOutlierDetection"]![name] = GoDuration.Format(duration);
            }
        }

        return expected;
    }

    private static JsonObject ToJson(EnvoyOutlierDetection envoy)
    {
        (string Name, JsonNode? Value)[] fields =
        [
            ("enforcing_success_rate", envoy.EnforcingSuccessRatePercent),
            ("consecutive_5xx", envoy.Consecutive5xx),
            ("enforcing_consecutive_5xx", envoy.EnforcingConsecutive5xxPercent),
            ("consecutive_gateway_failure", envoy.ConsecutiveGatewayFailure),
            ("enforcing_consecutive_gateway_failure", envoy.EnforcingConsecutiveGatewayFailurePercent),
            ("split_external_local_origin_errors", envoy.SplitExternalLocalOriginErrors ? true : null),
            ("consecutive_local_origin_failure", envoy.ConsecutiveLocalOriginFailure),
            ("enforcing_consecutive_local_origin_failure", envoy.EnforcingConsecutiveLocalOriginFailurePercent),
            ("enforcing_local_origin_success_rate", envoy.EnforcingLocalOriginSuccessRatePercent),
            ("interval", envoy.Interval is { } interval ? GoDuration.Format(interval) : null),
            ("base_ejection_time", envoy.BaseEjectionTime is { } time ? GoDuration.Format(time) : null),
            ("max_ejection_percent", envoy.MaxEjectionPercent),
        ];
        return new(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value)));
    }
}
