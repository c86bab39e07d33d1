using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Telemetries;

/// <summary>A provider is named.</summary>
internal sealed class ProviderHasName : Rule<EquatableList<TelemetryProvider>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2700",
        DiagnosticSeverity.Error,
        "A provider has no name.",
        "Give the name from the mesh config, under 'extensionProviders'.");

    public override void Check(EquatableList<TelemetryProvider> value, Place place)
    {
        for (int i = 0; i < value.Count; i++)
        {
            if (string.IsNullOrEmpty(value[i]?.Name))
            {
                place.Item(i).Field("name").Report(Descriptor);
            }
        }
    }
}
