using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>Groups that a flow names are synced.</summary>
internal sealed class NamedGroupsAreSynced : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5210",
        DiagnosticSeverity.Warning,
        "The flow '{0}' names groups and commits no position for them on '{1}', so a group that moves there starts at the beginning or the end.",
        "Call SyncGroupOffsets, or ForDisasterRecovery.");

    public override void Check(FlowView value, Place place)
    {
        if (value.Flow.Settings.ContainsKey("groups") && !value.Flow.SyncsGroupOffsets)
        {
            place.Field("settings").Entry("groups").Report(Descriptor, value.Name, value.Flow.Target);
        }
    }
}
