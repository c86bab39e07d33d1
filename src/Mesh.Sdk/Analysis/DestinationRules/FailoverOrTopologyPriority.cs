using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Failover between regions and priorities by region exclude each other.</summary>
internal sealed class FailoverOrTopologyPriority : Rule<LocalityPolicy>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2273",
        DiagnosticSeverity.Error,
        "failover is set and failoverPriority holds '{0}', which decides the same.",
        "Leave failover out, or the topology label of failoverPriority.");

    public override string VectorId => "LOC-FAILOVER-AND-TOPOLOGY-PRIORITY";

    public override void Check(LocalityPolicy value, Place place)
    {
        if (value.Setting.Failover.Count > 0 && FailoverText.FindTopologyLabel(value.Setting.FailoverPriority) is { } index)
        {
            place.Field("failoverPriority").Item(index).Report(Descriptor, value.Setting.FailoverPriority[index]);
        }
    }
}
