using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>Each pattern of groups matches some group of the source.</summary>
internal sealed class GroupPatternMatches : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5206",
        DiagnosticSeverity.Warning,
        "The pattern '{1}' of the groups of the flow '{0}' matches no group of '{2}'.{3}",
        "Correct the pattern in Groups, or take it away.");

    public override void Check(FlowView value, Place place)
    {
        foreach ((string pattern, string hint) in value.Traits.UnmatchedGroups)
        {
            place.Field("settings").Entry("groups").Report(Descriptor, value.Name, pattern, value.Flow.Source, hint);
        }
    }
}
