using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Failures to connect are counted only when they are told apart.</summary>
internal sealed class LocalFailuresAreSplit : Rule<OutlierDetection>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2245",
        DiagnosticSeverity.Error,
        "consecutiveLocalOriginFailures is {0} while splitExternalLocalOriginErrors is false, so there is nothing to count.",
        "Set splitExternalLocalOriginErrors to true, or leave consecutiveLocalOriginFailures out.");

    public override string VectorId => "OD-LOCAL-ORIGIN-NO-SPLIT";

    public override void Check(OutlierDetection value, Place place)
    {
        if (value.SplitExternalLocalOriginErrors is not true && value.ConsecutiveLocalOriginFailures > 0)
        {
            place.Field("consecutiveLocalOriginFailures").Report(Descriptor, value.ConsecutiveLocalOriginFailures);
        }
    }
}
