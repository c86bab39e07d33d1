using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The time between looks at hosts is a whole number of milliseconds.</summary>
internal sealed class OutlierIntervalIsDuration : Rule<OutlierDetection>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2241",
        DiagnosticSeverity.Error,
        "interval is {0}, and Istio accepts whole milliseconds from 1 ms on.",
        "Set interval to a duration such as 30s.");

    public override string VectorId => "OD-INTERVAL";

    public override void Check(OutlierDetection value, Place place)
    {
        if (value.Interval is { } time && !IstioDuration.IsAccepted(time))
        {
            place.Field("interval").Report(Descriptor, IstioDuration.ToText(time));
        }
    }
}
