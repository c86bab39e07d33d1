using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Traffic is distributed or fails over.</summary>
internal sealed class DistributeOrFailover : Rule<LocalityPolicy>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2272",
        DiagnosticSeverity.Error,
        "distribute has {0} entries and failover has {1}, and Istio accepts only one of them.",
        "Leave distribute or failover out.");

    public override string VectorId => "LOC-DISTRIBUTE-AND-FAILOVER";

    public override void Check(LocalityPolicy value, Place place)
    {
        if (value.Setting is { Distribute.Count: > 0, Failover.Count: > 0 } setting)
        {
            place.Report(Descriptor, setting.Distribute.Count, setting.Failover.Count);
        }
    }
}
