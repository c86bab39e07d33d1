using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>A topic that is to be mirrored is not named as if it came from the target.</summary>
internal sealed class TopicDoesNotLookMirrored : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5203",
        DiagnosticSeverity.Warning,
        "The flow '{0}' never mirrors '{1}'{2}: the name says that it came through '{3}', which is where the flow goes.",
        "Rename the topic or the alias '{3}', or give WithDefaultPolicy a separator that the names of topics do not hold.");

    public override void Check(FlowView value, Place place)
    {
        string[] topics =
        [
            .. value.Traits.TopicPatterns
                .Select(p => p.PlainName)
                .OfType<string>()
                .Where(name => value.Traits.Decide(name, value.Flow.Target) == TopicOutcome.Cycle && value.Model.Flow(value.Flow.Target, value.Flow.Source) is null),
            .. value.Traits.Judged?.LookMirroredFrom(value.Flow.Target) ?? [],
        ];
        if (topics.Distinct().ToList() is [var first, .. var others])
        {
            place.Field("settings").Entry("topics").Report(Descriptor, value.Name, first, others.Count == 0 ? "" : $" and {others.Count} more topics", value.Flow.Target);
        }
    }
}
