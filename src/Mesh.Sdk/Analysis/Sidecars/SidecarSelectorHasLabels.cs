using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>A selector selects by labels.</summary>
internal sealed class SidecarSelectorHasLabels : Rule<NetworkingWorkloadSelector>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2602",
        DiagnosticSeverity.Warning,
        "The selector has no labels, so the Sidecar is for every workload of the namespace.",
        "Give 'labels', or remove 'workloadSelector' to say so.");

    public override void Check(NetworkingWorkloadSelector value, Place place)
    {
        if (value.Labels.Count == 0)
        {
            place.Report(Descriptor);
        }
    }
}
