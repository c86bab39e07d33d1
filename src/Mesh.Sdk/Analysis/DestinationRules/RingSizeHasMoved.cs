using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The size of the ring has moved into ringHash.</summary>
internal sealed class RingSizeHasMoved : Rule<ConsistentHashLoadBalancer>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2263",
        DiagnosticSeverity.Warning,
        "consistentHash.minimumRingSize is {0}, and this place is deprecated.",
        "Move it to consistentHash.ringHash.minimumRingSize.");

    public override string VectorId => "LB-RINGSIZE-DEPRECATED";

    public override void Check(ConsistentHashLoadBalancer value, Place place)
    {
        if (value.MinimumRingSize is { } size && size != 0)
        {
            place.Field("minimumRingSize").Report(Descriptor, size);
        }
    }
}
