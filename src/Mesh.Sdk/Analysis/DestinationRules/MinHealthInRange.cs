using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The share of healthy hosts is a percentage.</summary>
internal sealed class MinHealthInRange : Rule<OutlierDetection>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2244",
        DiagnosticSeverity.Error,
        "minHealthPercent is {0}, and Istio accepts 0 to 100.",
        "Set minHealthPercent to a percentage; 0 keeps outlier detection on whatever the health.");

    public override string VectorId => "OD-MIN-HEALTH";

    public override void Check(OutlierDetection value, Place place)
    {
        if (value.MinHealthPercent is < 0 or > 100)
        {
            place.Field("minHealthPercent").Report(Descriptor, value.MinHealthPercent);
        }
    }
}
