using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>Offset syncs are where MirrorMaker may write.</summary>
internal sealed class OffsetSyncsCanBeWritten : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5216",
        DiagnosticSeverity.Error,
        "The flow '{0}' keeps its offset syncs on '{1}', where MirrorMaker may only read.",
        "Call KeepOffsetSyncsOnTarget.");

    public override void Check(FlowView value, Place place)
    {
        if (value.KnownSource is { IsReadOnly: true } && value.EmitsOffsetSyncs && value.KeepsOffsetSyncsOnSource)
        {
            place.Field("settings").Entry("offset-syncs.topic.location").Report(Descriptor, value.Name, value.Flow.Source);
        }
    }
}
