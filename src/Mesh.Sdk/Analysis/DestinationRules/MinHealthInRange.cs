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
        "Remove minHealthPercent, or set it to a percentage; without it or with 0, outlier detection stays on whatever the health.");

    public override string VectorId => "OD-MIN-HEALTH";

    public override void Check(OutlierDetection value, Place place)
    {
        if (value.MinHealthPercent is int percent and (< 0 or > 100))
        {
            Place field = place.Field("minHealthPercent");
            field.Report(field.RemoveField("Remove minHealthPercent."), Descriptor, percent);
        }
    }
}
