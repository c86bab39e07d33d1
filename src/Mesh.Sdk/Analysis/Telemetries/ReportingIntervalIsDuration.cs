using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>The interval of reports is a duration that Istio accepts.</summary>
internal sealed class ReportingIntervalIsDuration : Rule<TelemetryMetrics>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2710",
        DiagnosticSeverity.Error,
        "reportingInterval is {0}, and Istio accepts at least 1 ms and a whole number of ms.",
        "Give such a duration, or leave it out for 5s.");

    public override void Check(TelemetryMetrics value, Place place)
    {
        if (value.ReportingInterval is { } interval && !IstioDuration.IsAccepted(interval))
        {
            place.Field("reportingInterval").Report(Descriptor, IstioDuration.ToText(interval));
        }
    }
}
