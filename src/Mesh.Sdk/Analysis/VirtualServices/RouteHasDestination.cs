using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A share of the traffic goes somewhere.</summary>
internal sealed class RouteHasDestination : Rule<WeightedDestination>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2375",
        DiagnosticSeverity.Error,
        "The entry has no destination.",
        "Give 'destination' with the host that gets this share.");

    public override string VectorId => "VS-ROUTE-NO-DESTINATION";

    public override void Check(WeightedDestination value, Place place)
    {
        if (value.Destination is null)
        {
            place.Field("destination").Report(Descriptor);
        }
    }
}
