using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The labels of a subset are Kubernetes labels.</summary>
internal sealed class SubsetLabelsAreLabels : Rule<Subset>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2203",
        DiagnosticSeverity.Error,
        "'{0}: {1}' is not a Kubernetes label, so no pod can have it.",
        "Correct the key or value in labels of the subset.");

    public override string VectorId => "DR-SUBSET-LABEL";

    public override void Check(Subset value, Place place)
    {
        foreach ((string key, string text) in value.Labels)
        {
            if (!IstioFormats.IsLabelKey(key) || !IstioFormats.IsLabelValue(text ?? ""))
            {
                place.Field("labels").Entry(key).Report(Descriptor, key, text);
            }
        }
    }
}
