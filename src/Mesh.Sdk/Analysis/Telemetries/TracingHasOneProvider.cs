using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>Traces go to one provider.</summary>
internal sealed class TracingHasOneProvider : Rule<TelemetryTracing>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2702",
        DiagnosticSeverity.Warning,
        "Traces are to go to {0} providers, and only one is supported.",
        "Keep one provider; let it pass traces on.");

    public override void Check(TelemetryTracing value, Place place)
    {
        if (value.Providers.Count > 1)
        {
            place.Field("providers").Report(Descriptor, value.Providers.Count);
        }
    }
}
