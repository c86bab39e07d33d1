using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>A remote topic can be written while one broker is away.</summary>
internal sealed class FactorSurvivesBroker : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5221",
        DiagnosticSeverity.Warning,
        "The flow '{0}' creates topics with {1} replicas on '{2}', where {3} must have each record, so the loss of one broker stops the flow.",
        "Call WithReplicationFactor with more than {3}.");

    public override void Check(FlowView value, Place place)
    {
        if (value.KnownTarget?.MinInSyncReplicas is { } least && TopicFactor.OfRemoteTopics(value) is > 0 and var factor && factor <= least && least > 1)
        {
            place.Field("settings").Entry("replication.factor").Report(Descriptor, value.Name, factor, value.Flow.Target, least);
        }
    }
}
