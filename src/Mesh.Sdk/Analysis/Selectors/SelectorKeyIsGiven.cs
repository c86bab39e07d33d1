using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Selectors;

/// <summary>A selector names its labels.</summary>
internal sealed class SelectorKeyIsGiven : Rule<WorkloadSelector>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2215",
        DiagnosticSeverity.Error,
        "matchLabels of the selector has an empty key with the value '{0}'.",
        "Name the label in matchLabels.");

    public override string VectorId => "SEL-KEY-EMPTY";

    public override void Check(WorkloadSelector value, Place place)
    {
        if (value.MatchLabels.TryGetValue("", out string? text))
        {
            place.Field("matchLabels").Entry("").Report(Descriptor, text);
        }
    }
}
