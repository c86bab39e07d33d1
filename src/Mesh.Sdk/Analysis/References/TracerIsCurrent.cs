using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.References;

/// <summary>Traces are not sent over Lightstep's own protocol.</summary>
/// <remarks>Source: Istio, <c>pkg/config/analysis/analyzers/telemetry/lightstep.go</c>.</remarks>
internal sealed class TracerIsCurrent : Rule<InContext<Telemetry>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2895",
        DiagnosticSeverity.Warning,
        "The provider '{0}' of the mesh config speaks Lightstep's own protocol, which is deprecated.",
        "Give the mesh config an opentelemetry provider, and name that.") { IstioCode = "IST0002" };

    public override void Check(InContext<Telemetry> value, Place place)
    {
        EquatableList<TelemetryTracing> tracing = value.Resource.Spec?.Tracing ?? default;
        for (int i = 0; i < tracing.Count; i++)
        {
            for (int j = 0; j < tracing[i]?.Providers.Count; j++)
            {
                if (tracing[i].Providers[j]?.Name is { } name && MeshConfigText.Of(value.Context).LightstepProviders.Contains(name))
                {
                    place.Field("spec").Field("tracing").Item(i).Field("providers").Item(j).Field("name").Report(Descriptor, name);
                }
            }
        }
    }
}
