using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>A pattern that looks like a name matches no other topic.</summary>
internal sealed class DotIsADot : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5208",
        DiagnosticSeverity.Warning,
        "The pattern '{1}' of the flow '{0}' also matches '{2}', as its dots stand for any character.",
        "Write '{3}'.");

    public override void Check(FlowView value, Place place)
    {
        foreach ((string pattern, string other) in value.Traits.LooseDots)
        {
            place.Field("settings").Entry("topics").Report(Descriptor, value.Name, pattern, other, pattern.Replace(".", "\\.", StringComparison.Ordinal));
        }
    }
}
