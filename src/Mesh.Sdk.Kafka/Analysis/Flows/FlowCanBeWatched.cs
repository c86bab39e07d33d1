using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>A flow carries heartbeats, so that a quiet one differs from a dead one.</summary>
internal sealed class FlowCanBeWatched : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5241",
        DiagnosticSeverity.Info,
        "The flow '{0}' carries no heartbeats, and MirrorMaker's tasks stay RUNNING while they can't read, so nothing tells a quiet flow from a dead one.",
        "Leave heartbeats on: take WithoutHeartbeats and heartbeats.replication.enabled=false away.");

    public override void Check(FlowView value, Place place)
    {
        if (!value.Flow.EmitsHeartbeats || value.Traits.Decide("heartbeats", value.Flow.Target) is { } outcome and not TopicOutcome.Mirrored)
        {
            place.Field("settings").Entry("emit.heartbeats.enabled").Report(Descriptor, value.Name);
        }
    }
}
