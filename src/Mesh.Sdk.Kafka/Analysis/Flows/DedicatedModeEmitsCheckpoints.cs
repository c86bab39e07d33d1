using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>Dedicated mode runs a checkpoint connector for each flow.</summary>
internal sealed class DedicatedModeEmitsCheckpoints : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5213",
        DiagnosticSeverity.Error,
        "The flow '{0}' emits no checkpoints, and dedicated mode starts its checkpoint connector nevertheless, which refuses to start since Kafka 3.9.",
        "Leave checkpoints on in dedicated mode; without groups to admit they cost nothing.");

    public override void Check(FlowView value, Place place)
    {
        if (value.Options.Engine == MirrorMakerEngine.Dedicated && !value.Flow.EmitsCheckpoints)
        {
            place.Field("settings").Entry("emit.checkpoints.enabled").Report(Descriptor, value.Name);
        }
    }
}
