using Mesh.Sdk.Analysis.Schemas;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Schemas;

/// <summary>
/// The CEL rules of Strimzi's CRDs. Their texts are in the generator's table <c>strimzi-cel.yaml</c>. A rule about a type holds where
/// the type is missing, as the schema says that already.
/// </summary>
internal static class StrimziCelRules
{
    private static readonly CelSubject Rack = new(
        "MESH5190", "The rack says neither which label of nodes tells it, nor which variable of the environment.", "Set topologyKey, or envVarName with the type environment-variable.");

    private static readonly CelSubject Metrics = new(
        "MESH5191", "The metrics can't be had so: jmxPrometheusExporter needs valueFrom, and Cruise Control has no strimziMetricsReporter.", "Set valueFrom, or another type.");

    private static readonly CelSubject Days = new(
        "MESH5192", "validityDays and renewalDays do not go together.", "Set both or none, with the type tls only, and renewalDays below validityDays.");

    public static readonly IReadOnlyList<CelRule> All =
    [
        new("rack-topology-key", Rack, v => v.TextOf("type") is not (null or "topology-label") || !string.IsNullOrEmpty(v.TextOf("topologyKey"))),
        new("rack-environment-variable", Rack, v => v.TextOf("type") != "environment-variable" || !string.IsNullOrEmpty(v.TextOf("envVarName"))),
        new("metrics-value", Metrics, v => v.TextOf("type") != "jmxPrometheusExporter" || v.Has("valueFrom")),
        new("metrics-type", Metrics, v => v.TextOf("type") != "strimziMetricsReporter"),
        new("certificate-days-of-tls", Days, v => v.TextOf("type") is null or "tls" || (!v.Has("validityDays") && !v.Has("renewalDays"))),
        new("certificate-days-together", Days, v => v.TextOf("type") != "tls" || v.Has("renewalDays") == v.Has("validityDays")),
        new("certificate-days-in-order", Days, v => v.TextOf("type") != "tls" || !(v.Field("renewalDays")?.AsNumber() >= v.Field("validityDays")?.AsNumber())),
    ];
}
