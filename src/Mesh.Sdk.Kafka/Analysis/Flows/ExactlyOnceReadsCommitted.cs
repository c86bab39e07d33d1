using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;
using Mesh.Sdk.Kafka.MirrorMaker.Connectors;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>A flow that writes exactly once reads committed records only.</summary>
internal sealed class ExactlyOnceReadsCommitted : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5243",
        DiagnosticSeverity.Error,
        "The flow '{0}' writes exactly once and its consumer reads records that are not committed, so the connector refuses to start.",
        "Call WriteExactlyOnce, which sets both, behind other settings of the consumer.");

    public override void Check(FlowView value, Place place)
    {
        if (value.Flow.WritesExactlyOnce && !ConnectorValidation.SupportsExactlyOnce(value.Flow.Texts()))
        {
            place.Field("settings").Entry("exactly.once.support").Report(Descriptor, value.Name);
        }
    }
}
