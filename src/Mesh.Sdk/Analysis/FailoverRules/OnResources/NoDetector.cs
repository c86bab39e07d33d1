using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Outlier detection without a detector ejects nothing.</summary>
/// <remarks>Specification 7.1.</remarks>
internal sealed class NoDetector : Rule<OutlierDetection>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2129",
        DiagnosticSeverity.Warning,
        "consecutive5xxErrors is 0 and consecutiveGatewayErrors is {0}, so no answer ever ejects a host and traffic fails over only when endpoints disappear.",
        "Set consecutive5xxErrors or consecutiveGatewayErrors above 0.");

    public override void Check(OutlierDetection value, Place place)
    {
        EnvoyOutlierDetection envoy = OutlierTranslation.ToEnvoy(value)!;
        bool countsConnections = value.SplitExternalLocalOriginErrors == true;
        if (envoy.EffectiveConsecutive5xx is null && envoy.EffectiveConsecutiveGatewayFailure is null && !countsConnections)
        {
            place.Field("consecutive5xxErrors").Report(Descriptor, value.ConsecutiveGatewayErrors is null ? "unset" : "0");
        }
    }
}
