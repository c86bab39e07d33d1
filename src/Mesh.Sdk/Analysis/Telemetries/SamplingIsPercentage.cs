using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>The share of requests that is traced is a percentage.</summary>
internal sealed class SamplingIsPercentage : Rule<TelemetryTracing>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2703",
        DiagnosticSeverity.Error,
        "randomSamplingPercentage is {0}, and Istio accepts 0 to 100.",
        "Give a percentage, not a ratio of 1.");

    public override void Check(TelemetryTracing value, Place place)
    {
        if (value.RandomSamplingPercentage is < 0 or > 100)
        {
            place.Field("randomSamplingPercentage").Report(Descriptor, value.RandomSamplingPercentage);
        }
    }
}
