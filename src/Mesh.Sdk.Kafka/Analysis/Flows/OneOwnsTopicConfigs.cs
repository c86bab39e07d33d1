using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>Settings of a remote topic have one owner.</summary>
internal sealed class OneOwnsTopicConfigs : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5231",
        DiagnosticSeverity.Warning,
        "The flow '{0}' copies settings to '{1}' on '{2}', which something else owns, so they change back and forth.",
        "Take the topic out of what the operator owns, or call WithoutTopicConfigSync.");

    public override void Check(FlowView value, Place place)
    {
        if (value.KnownTarget is not { ManagedTopics.Count: > 0 } target || !value.SyncsTopicConfigs || value.Traits.Policy is not { } policy)
        {
            return;
        }

        foreach (string topic in target.ManagedTopics)
        {
            if (policy.TopicSource(topic) == value.Flow.Source && policy.UpstreamTopic(topic) is { } upstream
                && value.Traits.Decide(upstream, value.Flow.Target) == TopicOutcome.Mirrored)
            {
                place.Field("settings").Entry("sync.topic.configs.enabled").Report(Descriptor, value.Name, topic, value.Flow.Target);
            }
        }
    }
}
