using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>The labels of a workload are Kubernetes labels.</summary>
internal sealed class WorkloadLabelsAreLabels : Rule<EquatableMap<string>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2457",
        DiagnosticSeverity.Error,
        "'{0}: {1}' is not a Kubernetes label.",
        "Correct the key or value in labels.");

    public override string VectorId => "WE-LABELS";

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
