using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The time of ejection is a whole number of milliseconds.</summary>
internal sealed class BaseEjectionTimeIsDuration : Rule<OutlierDetection>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2240",
        DiagnosticSeverity.Error,
        "baseEjectionTime is {0}, and Istio accepts whole milliseconds from 1 ms on.",
        "Set baseEjectionTime to a duration such as 30s.");

    public override string VectorId => "OD-BASE-EJECTION";

    public override void Check(OutlierDetection value, Place place)
    {
        if (value.BaseEjectionTime is { } time && !IstioDuration.IsAccepted(time))
        {
            place.Field("baseEjectionTime").Report(Descriptor, IstioDuration.ToText(time));
        }
    }
}
