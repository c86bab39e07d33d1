using System.Text.Json;
using Mesh.Sdk.Simulation;

namespace Mesh.Sdk.Conformance.Sets;

/// <summary>Reads the settings of a detector, in Envoy's names; what is absent has Envoy's default.</summary>
internal static class OutlierDetectorReading
{
    private static readonly OutlierDetectorSettings Default = new();

    private static readonly string[] Known =
    [
        "consecutive_5xx", "enforcing_consecutive_5xx", "consecutive_gateway_failure", "enforcing_consecutive_gateway_failure",
        "consecutive_local_origin_failure", "enforcing_consecutive_local_origin_failure", "split_external_local_origin_errors",
        "enforcing_success_rate", "success_rate_minimum_hosts", "success_rate_request_volume", "success_rate_stdev_factor",
        "enforcing_local_origin_success_rate", "enforcing_failure_percentage", "failure_percentage_minimum_hosts",
        "failure_percentage_request_volume", "failure_percentage_threshold", "enforcing_failure_percentage_local_origin",
        "interval_ms", "base_ejection_time_ms", "max_ejection_time_ms", "max_ejection_time_jitter_ms", "max_ejection_percent", "always_eject_one_host",
    ];

    public static OutlierDetectorSettings Read(JsonElement config)
    {
        if (config.EnumerateObject().FirstOrDefault(p => !Known.Contains(p.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
        {
            throw new FormatException($"The setting '{unknown.Name}' is not known.");
        }

        return new()
        {
            Consecutive5xx = Consecutive(config, "consecutive_5xx", Default.Consecutive5xx),
            ConsecutiveGatewayFailure = Consecutive(config, "consecutive_gateway_failure", Default.ConsecutiveGatewayFailure),
            ConsecutiveLocalOriginFailure = Consecutive(config, "consecutive_local_origin_failure", Default.ConsecutiveLocalOriginFailure),
            SplitsExternalLocalOriginErrors = Flag(config, "split_external_local_origin_errors"),
            SuccessRate = Rate(config, "success_rate", "stdev_factor", Default.SuccessRate),
            EnforcingLocalOriginSuccessRatePercent = Int(config, "enforcing_local_origin_success_rate", Default.EnforcingLocalOriginSuccessRatePercent),
            FailurePercentage = Rate(config, "failure_percentage", "threshold", Default.FailurePercentage),
            EnforcingFailurePercentageLocalOriginPercent = Int(config, "enforcing_failure_percentage_local_origin", 0),
            Interval = Time(config, "interval_ms") ?? Default.Interval,
            BaseEjectionTime = Time(config, "base_ejection_time_ms") ?? Default.BaseEjectionTime,
            MaxEjectionTime = Time(config, "max_ejection_time_ms"),
            MaxEjectionTimeJitter = Time(config, "max_ejection_time_jitter_ms") ?? default,
            MaxEjectionPercent = Int(config, "max_ejection_percent", Default.MaxEjectionPercent),
            AlwaysEjectsOneHost = Flag(config, "always_eject_one_host"),
        };
    }

    private static ConsecutiveDetector Consecutive(JsonElement config, string name, ConsecutiveDetector unset) =>
        new(Int(config, name, (int)unset.Threshold), Int(config, $"enforcing_{name}", unset.EnforcingPercent));

    private static RateDetector Rate(JsonElement config, string name, string limit, RateDetector unset) => new(
        Int(config, $"enforcing_{name}", unset.EnforcingPercent),
        Int(config, $"{name}_minimum_hosts", unset.MinimumHosts),
        Int(config, $"{name}_request_volume", (int)unset.RequestVolume),
        Int(config, $"{name}_{limit}", unset.Limit));

    private static int Int(JsonElement config, string name, int unset) => config.Optional(name)?.GetInt32() ?? unset;

    private static bool Flag(JsonElement config, string name) => config.Optional(name)?.GetBoolean() ?? false;

    private static TimeSpan? Time(JsonElement config, string name) =>
        config.Optional(name) is { } value ? TimeSpan.FromMilliseconds(value.GetDouble()) : null;
}
