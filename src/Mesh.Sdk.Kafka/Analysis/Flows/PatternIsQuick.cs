using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>A pattern is matched in little time.</summary>
internal sealed class PatternIsQuick : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5207",
        DiagnosticSeverity.Error,
        "A pattern of the {1} of the flow '{0}' takes longer than a second for a name, and MirrorMaker, which knows no limit, would hang.",
        "Write the pattern without look-around and back-references.");

    public override void Check(FlowView value, Place place)
    {
        if (value.Traits.Topics.IsSlow)
        {
            place.Field("settings").Entry("topics").Report(Descriptor, value.Name, "topics");
        }

        if (value.Traits.Groups.IsSlow)
        {
            place.Field("settings").Entry("groups").Report(Descriptor, value.Name, "groups");
        }
    }
}
