using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Failover takes outlier detection beside it.</summary>
internal sealed class FailoverNeedsOutlierDetection : Rule<LocalityPolicy>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2279",
        DiagnosticSeverity.Warning,
        "failover or failoverPriority is set and there is no outlierDetection beside it, so there are no priorities and nothing fails over.",
        "Set outlierDetection in the same policy; even an empty one will do.");

    public override string VectorId => "LOC-NO-OUTLIER-DETECTION";

    public override void Check(LocalityPolicy value, Place place)
    {
        if (!value.HasOutlierDetection && (value.Setting.Failover.Count > 0 || value.Setting.FailoverPriority.Count > 0))
        {
            place.Field(value.Setting.Failover.Count > 0 ? "failover" : "failoverPriority").Report(Descriptor);
        }
    }
}
