using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A selector selects by labels.</summary>
internal sealed class SelectorHasLabels : Rule<WorkloadSelector>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2652",
        DiagnosticSeverity.Warning,
        "The selector has no labels, so it selects every workload of the namespace.",
        "Give 'matchLabels', or remove 'selector' to say so.");

    public override void Check(WorkloadSelector value, Place place)
    {
        if (value.MatchLabels.Count == 0)
        {
            place.Report(Descriptor);
        }
    }
}
