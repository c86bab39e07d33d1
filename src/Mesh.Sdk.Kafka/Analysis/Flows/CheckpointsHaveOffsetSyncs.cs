using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>Checkpoints are made from offset syncs.</summary>
internal sealed class CheckpointsHaveOffsetSyncs : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5212",
        DiagnosticSeverity.Error,
        "The flow '{0}' emits checkpoints and no offset syncs, so no position can be translated, and since Kafka 3.9 the checkpoint connector does not start.",
        "Take emit.offset-syncs.enabled=false away, or set emit.checkpoints.enabled to false as well.");

    public override void Check(FlowView value, Place place)
    {
        if (value.Flow.EmitsCheckpoints && !value.EmitsOffsetSyncs)
        {
            place.Field("settings").Entry("emit.offset-syncs.enabled").Report(Descriptor, value.Name);
        }
    }
}
