using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>The labels of an endpoint are Kubernetes labels.</summary>
internal sealed class ResolvedEndpointLabelsAreLabels : Rule<EquatableMap<string>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2421",
        DiagnosticSeverity.Error,
        "'{0}: {1}' is not a Kubernetes label.",
        "Correct the key or value in labels of the endpoint.");

    public override string VectorId => "SE-ENDPOINT-LABELS";

    public override void Check(EquatableMap<string> value, Place place)
    {
        foreach ((string key, string text) in value)
        {
            if (!IstioFormats.IsLabelKey(key) || !IstioFormats.IsLabelValue(text ?? ""))
            {
                place.Entry(key).Report(Descriptor, key, text);
            }
        }
    }
}
