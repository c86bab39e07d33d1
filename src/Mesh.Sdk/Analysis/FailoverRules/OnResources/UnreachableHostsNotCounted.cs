using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Named error codes replace 5xx, and a host that is gone answers 503 or 504.</summary>
/// <remarks>Specification 7.1, 7.2.</remarks>
internal sealed class UnreachableHostsNotCounted : Rule<OutlierDetection>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2130",
        DiagnosticSeverity.Warning,
        "Only {0} count as errors: a host that cannot be reached counts as 503 or 504, which {1}, so it is never ejected.",
        "Add 503 and 504 to outlierDetectionHttpErrorCodes, or set splitExternalLocalOriginErrors: true, which counts connections apart.");

    public override void Check(OutlierDetection value, Place place)
    {
        EquatableList<int> codes = value.OutlierDetectionHttpErrorCodes;
        if (codes.Count > 0 && value.SplitExternalLocalOriginErrors != true && !codes.Contains(503))
        {
            place.Field("outlierDetectionHttpErrorCodes").Report(Descriptor, string.Join(", ", codes), codes.Contains(504) ? "are named in part" : "are not named");
        }
    }
}
