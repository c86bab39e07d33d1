using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>Positions that are synced are translated first.</summary>
internal sealed class SyncHasCheckpoints : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5211",
        DiagnosticSeverity.Error,
        "The flow '{0}' syncs positions of groups and emits no checkpoints, so there is nothing to sync.",
        "Take emit.checkpoints.enabled=false away, or do not call SyncGroupOffsets.");

    public override void Check(FlowView value, Place place)
    {
        if (value.Flow is { SyncsGroupOffsets: true, EmitsCheckpoints: false })
        {
            place.Field("settings").Entry("emit.checkpoints.enabled").Report(Descriptor, value.Name);
        }
    }
}
