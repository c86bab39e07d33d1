using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The limit of ejections is a percentage.</summary>
internal sealed class EjectionLimitInRange : Rule<OutlierDetection>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2243",
        DiagnosticSeverity.Error,
        "maxEjectionPercent is {0}, and Istio accepts 0 to 100.",
        "Give a percentage; 100 lets failover empty a locality.");

    public override string VectorId => "OD-MAX-EJECTION";

    public override void Check(OutlierDetection value, Place place)
    {
        if (value.MaxEjectionPercent is int percent and (< 0 or > 100))
        {
            Place field = place.Field("maxEjectionPercent");
            field.Report(field.SetField(100, "Set maxEjectionPercent to 100."), Descriptor, percent);
        }
    }
}
