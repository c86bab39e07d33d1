using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis.Views;

namespace Mesh.Sdk.Kafka.Analysis.Flows;

/// <summary>Records are kept longer than a flow may stand still.</summary>
internal sealed class RetentionOutlastsOutage : Rule<FlowView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH5223",
        DiagnosticSeverity.Warning,
        "Topics of '{1}' keep records for {2}, and the flow '{0}' may stand still for {3}; what expires meanwhile is never mirrored, without an error.",
        "Keep records on '{1}' longer than the outage to be tolerated.");

    public override void Check(FlowView value, Place place)
    {
        if (value.KnownSource?.Retention is { } retention && retention <= value.Options.ToleratedOutage)
        {
            place.Report(Descriptor, value.Name, value.Flow.Source, retention, value.Options.ToleratedOutage);
        }
    }
}
