using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>Each pattern of topics matches some topic of the source.</summary>
internal sealed class TopicPatternMatches : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5205",
        DiagnosticSeverity.Warning,
        "The pattern '{1}' of the topics of the flow '{0}' matches no topic of '{2}'.{3}",
        "Correct the pattern in Topics, or take it away.");

    public override void Check(FlowView value, Place place)
    {
        foreach ((string pattern, string hint) in value.Traits.UnmatchedTopics)
        {
            place.Field("settings").Entry("topics").Report(Descriptor, value.Name, pattern, value.Flow.Source, hint);
        }
    }
}
