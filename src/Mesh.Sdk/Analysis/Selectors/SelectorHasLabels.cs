using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Selectors;

/// <summary>A selector selects by something.</summary>
internal sealed class SelectorHasLabels : Rule<WorkloadSelector>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2217",
        DiagnosticSeverity.Warning,
        "The selector has no labels, so it selects every workload of the namespace.",
        "Fill matchLabels, or leave the selector out.");

    public override string VectorId => "SEL-NO-LABELS";

    public override void Check(WorkloadSelector value, Place place)
    {
        if (value.MatchLabels.Count == 0)
        {
            place.Report(Descriptor);
        }
    }
}
