using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The size of the ring is given in one place.</summary>
internal sealed class RingSizeStandsOnce : Rule<ConsistentHashLoadBalancer>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2264",
        DiagnosticSeverity.Error,
        "consistentHash.minimumRingSize is {0} and {1} is set, too.",
        "Leave consistentHash.minimumRingSize out.");

    public override string VectorId => "LB-RINGSIZE-CONFLICT";

    public override void Check(ConsistentHashLoadBalancer value, Place place)
    {
        if (value.MinimumRingSize is { } size && size != 0 && (value.RingHash is not null || value.Maglev is not null))
        {
            place.Field("minimumRingSize").Report(Descriptor, size, value.RingHash is null ? "maglev" : "ringHash");
        }
    }
}
