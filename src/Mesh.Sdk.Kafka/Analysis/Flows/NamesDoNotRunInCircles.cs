using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>Flows that keep the names of topics do not send a topic back to where it came from.</summary>
internal sealed class NamesDoNotRunInCircles : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5201",
        DiagnosticSeverity.Error,
        "The flow '{0}' keeps the names of topics, and what it mirrors, such as '{1}', comes back to its source by way of {2}, so each record is copied round for ever.",
        "Call WithDefaultPolicy, or give the flows topics that they do not share; of two directions over one topic only one may run at a time.");

    public override void Check(FlowView value, Place place)
    {
        if (value.Model.Loops.Find(value.Flow.Direction) is { } loop)
        {
            place.Report(Descriptor, value.Name, loop.Topic, loop.Way);
        }
    }
}
