using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A selector compares labels as they are.</summary>
internal sealed class SelectorHasNoWildcard : Rule<WorkloadSelector>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2651",
        DiagnosticSeverity.Error,
        "The selector has the label '{0}: {1}', and '*' stands for nothing there.",
        "Give the whole value, or select by another label that the workloads share.");

    public override void Check(WorkloadSelector value, Place place)
    {
        foreach ((string key, string text) in value.MatchLabels)
        {
            if (key.Contains('*', StringComparison.Ordinal) || text?.Contains('*', StringComparison.Ordinal) == true)
            {
                place.Field("matchLabels").Entry(key).Report(Descriptor, key, text);
            }
        }
    }
}
