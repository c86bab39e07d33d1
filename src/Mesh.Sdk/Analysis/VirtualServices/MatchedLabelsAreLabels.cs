using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The labels of a client are Kubernetes labels.</summary>
internal sealed class MatchedLabelsAreLabels : Rule<EquatableMap<string>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2324",
        DiagnosticSeverity.Error,
        "'{0}: {1}' is not a label.",
        "Give labels as they stand on the pods of the client.");

    public override string VectorId => "VS-MATCH-LABELS";

    public override void Check(EquatableMap<string> value, Place place)
    {
        foreach ((string key, string text) in value)
        {
            if (!IstioFormats.IsLabelKey(key) || !IstioFormats.IsLabelValue(text ?? ""))
            {
                place.Field("sourceLabels").Entry(key).Report(Descriptor, key, text);
            }
        }
    }
}
