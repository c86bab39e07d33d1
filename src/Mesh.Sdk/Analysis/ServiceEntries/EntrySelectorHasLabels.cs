using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>The selector of an entry selects by something.</summary>
internal sealed class EntrySelectorHasLabels : Rule<NetworkingWorkloadSelector>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2401",
        DiagnosticSeverity.Warning,
        "workloadSelector has no labels, so it selects every workload of the namespace.",
        "Fill workloadSelector.labels, or leave workloadSelector out.");

    public override string VectorId => "SE-SELECTOR-NO-LABELS";

    public override void Check(NetworkingWorkloadSelector value, Place place)
    {
        if (value.Labels.Count == 0)
        {
            place.Report(Descriptor);
        }
    }
}
