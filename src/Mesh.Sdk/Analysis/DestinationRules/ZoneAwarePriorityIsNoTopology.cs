using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Zone-aware routing knows the topology by itself.</summary>
internal sealed class ZoneAwarePriorityIsNoTopology : Rule<ZoneAwarePolicy>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2285",
        DiagnosticSeverity.Error,
        "failoverPriority holds '{0}', and zone-aware routing goes by region and zone already.",
        "Take the topology label out of failoverPriority, or use localityLbSetting.");

    public override string VectorId => "ZA-TOPOLOGY-PRIORITY";

    public override void Check(ZoneAwarePolicy value, Place place)
    {
        if (FailoverText.FindTopologyLabel(value.Setting.FailoverPriority) is { } index)
        {
            place.Field("failoverPriority").Item(index).Report(Descriptor, value.Setting.FailoverPriority[index]);
        }
    }
}
