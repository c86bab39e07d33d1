using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Selectors;

/// <summary>A selector compares labels literally.</summary>
internal sealed class SelectorHasNoWildcard : Rule<WorkloadSelector>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2216",
        DiagnosticSeverity.Error,
        "The selector asks for '{0}: {1}', and Istio knows no '*' in labels.",
        "Give the label literally in matchLabels.");

    public override string VectorId => "SEL-WILDCARD";

    public override void Check(WorkloadSelector value, Place place)
    {
        foreach ((string key, string text) in value.MatchLabels)
        {
            if (key.Contains('*', StringComparison.Ordinal) || (text ?? "").Contains('*', StringComparison.Ordinal))
            {
                place.Field("matchLabels").Entry(key).Report(Descriptor, key, text);
            }
        }
    }
}
