using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>Heartbeats that are not to be mirrored are left out by the filter, too.</summary>
internal sealed class HeartbeatsStayAway : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5240",
        DiagnosticSeverity.Warning,
        "The flow '{0}' switches the mirroring of heartbeats off, and its topics admit 'heartbeats', so they are mirrored all the same.",
        "Add 'heartbeats' to ExceptTopics.");

    public override void Check(FlowView value, Place place)
    {
        if (!value.MirrorsHeartbeats && value.Traits.Decide("heartbeats", value.Flow.Target) == TopicOutcome.Mirrored)
        {
            place.Field("settings").Entry("heartbeats.replication.enabled").Report(Descriptor, value.Name);
        }
    }
}
