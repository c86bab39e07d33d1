using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>A metric that is selected has a name.</summary>
internal sealed class CustomMetricHasName : Rule<MetricSelector>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2709",
        DiagnosticSeverity.Error,
        "customMetric is empty.",
        "Give the name of the metric, or 'metric' for one of Istio's.");

    public override void Check(MetricSelector value, Place place)
    {
        if (value.CustomMetric is { Length: 0 })
        {
            place.Field("customMetric").Report(Descriptor);
        }
    }
}
