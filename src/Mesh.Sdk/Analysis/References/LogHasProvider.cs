using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>Access logs name a provider, or the mesh config has one.</summary>
internal sealed class LogHasProvider : Rule<InContext<Telemetry>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2857",
        DiagnosticSeverity.Warning,
        "The access log names no provider, and the mesh config has none by default, so nothing is logged.",
        "Name a provider.") { IstioCode = "IST0157" };

    public override void Check(InContext<Telemetry> value, Place place)
    {
        for (int i = 0; i < value.Resource.Spec?.AccessLogging.Count; i++)
        {
            if (value.Resource.Spec.AccessLogging[i] is { Providers.Count: 0, Disabled: not true } && MeshConfigText.Of(value.Context).LogsByDefault != true)
            {
                place.Field("spec").Field("accessLogging").Item(i).Report(Descriptor);
            }
        }
    }
}
