using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>Tracing is set up once.</summary>
internal sealed class TracingIsGivenOnce : Rule<TelemetrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2701",
        DiagnosticSeverity.Warning,
        "The list 'tracing' has {0} entries, and only one is supported.",
        "Keep one entry.");

    public override void Check(TelemetrySpec value, Place place)
    {
        if (value.Tracing.Count > 1)
        {
            place.Field("tracing").Report(Descriptor, value.Tracing.Count);
        }
    }
}
