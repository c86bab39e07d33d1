using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;
using System.Globalization;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>Records of the source fit through the producer and into the target.</summary>
internal sealed class LargeRecordsFit : Rule<FlowView>
{
    private const long DefaultRequestSize = 1_048_576;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5222",
        DiagnosticSeverity.Warning,
        "Topics of '{1}' take records of {2} bytes, and {3} of the flow '{0}' ends at {4}, so a large record stops its task.",
        "Raise the limit: WithProducer(\"max.request.size\", ...) on the flow, and max.message.bytes on the target.");

    public override void Check(FlowView value, Place place)
    {
        if (value.KnownSource?.MaxMessageBytes is not { } size)
        {
            return;
        }

        string? set = value.Flow.TextOf("producer.override.max.request.size") ?? value.Target?.TextOf("producer.max.request.size");
        long request = long.TryParse(set, CultureInfo.InvariantCulture, out long bytes) ? bytes : DefaultRequestSize;
        if (size > request)
        {
            place.Field("settings").Entry("producer.override.max.request.size").Report(Descriptor, value.Name, value.Flow.Source, size, "the producer", request);
        }

        if (size > value.KnownTarget?.MaxMessageBytes)
        {
            place.Field("settings").Entry("topics").Report(Descriptor, value.Name, value.Flow.Source, size, "the target", value.KnownTarget.MaxMessageBytes);
        }
    }
}
