using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>A topic that is to be mirrored is not named like an internal one.</summary>
internal sealed class TopicDoesNotLookInternal : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5204",
        DiagnosticSeverity.Warning,
        "The flow '{0}' never mirrors '{1}'{2}: it is named like an internal topic.",
        "Rename the topic, leave it out of Topics, or choose another separator in WithDefaultPolicy.");

    public override void Check(FlowView value, Place place)
    {
        string[] topics =
        [
            .. value.Traits.TopicPatterns.Select(p => p.PlainName).OfType<string>().Where(name => value.Traits.Policy?.IsInternalTopic(name) == true),
            .. value.Traits.Judged?.LookInternal ?? [],
        ];
        if (topics.Distinct().ToList() is [var first, .. var others])
        {
            place.Field("settings").Entry("topics").Report(Descriptor, value.Name, first, others.Count == 0 ? "" : $" and {others.Count} more topics");
        }
    }
}
