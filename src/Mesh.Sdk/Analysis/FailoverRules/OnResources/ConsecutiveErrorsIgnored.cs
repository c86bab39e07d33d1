using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>The field that the old examples set has no effect any more.</summary>
/// <remarks>Source: istio/istio#24087; specification 11.</remarks>
internal sealed class ConsecutiveErrorsIgnored : Rule<OutlierDetection>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2101",
        DiagnosticSeverity.Warning,
        "consecutiveErrors: {0} is ignored since Istio 1.7; {1}.",
        "Set consecutiveGatewayErrors: {0} and consecutive5xxErrors: 0, which is what it meant, or consecutive5xxErrors: {0} to count every 5xx.");

    public override string Covers => "MESH2246";

    public override void Check(OutlierDetection value, Place place)
    {
        if (value.ConsecutiveErrors is not (null or 0) and { } errors)
        {
            EnvoyOutlierDetection envoy = OutlierTranslation.ToEnvoy(value)!;
            string effect = (envoy.EffectiveConsecutive5xx, envoy.EffectiveConsecutiveGatewayFailure) switch
            {
                (null, null) => "no number of errors ejects a host",
                ({ } any, null) => $"{any} answers 5xx in a row eject a host",
                (null, { } gateway) => $"{gateway} answers 502, 503 or 504 in a row eject a host",
                ({ } any, { } gateway) => $"{any} answers 5xx, or {gateway} answers 502, 503 or 504, in a row eject a host",
            };
            place.Field("consecutiveErrors").Report(Fixed(value, errors, place), Descriptor, errors, effect);
        }
    }

    // Whoever set one of the two in force already knows better; only the dead field goes.
    private static ResourceFix Fixed(OutlierDetection value, int errors, Place place)
    {
        if (value.Consecutive5xxErrors is not null || value.ConsecutiveGatewayErrors is not null || errors < 0)
        {
            return place.Field("consecutiveErrors").RemoveField($"Remove {place.Path}.consecutiveErrors.");
        }

        ResourceFix gateway = place.Field("consecutiveGatewayErrors").SetField(errors, $"Set {place.Path}.consecutiveGatewayErrors to {errors}.");
        ResourceFix any = place.Field("consecutive5xxErrors").SetField(0, $"Set {place.Path}.consecutive5xxErrors to 0.");
        ResourceFix removal = place.Field("consecutiveErrors").RemoveField($"Remove {place.Path}.consecutiveErrors.");
        return gateway.Then(any).Then(removal, $"Replace {place.Path}.consecutiveErrors by consecutiveGatewayErrors: {errors} and consecutive5xxErrors: 0.");
    }
}
