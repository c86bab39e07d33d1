using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>A destination names a subset that a DestinationRule of its host has.</summary>
internal sealed class DestinationSubsetExists : Rule<InContext<VirtualService>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2881",
        DiagnosticSeverity.Error,
        "No DestinationRule for '{0}' has the subset '{1}', so requests sent there fail with 503.",
        "Add the subset to the DestinationRule of the host, or correct its name.") { IstioCode = "IST0101" };

    public override void Check(InContext<VirtualService> value, Place place)
    {
        SubsetIndex subsets = SubsetIndex.Of(value.Context);
        foreach ((Destination destination, Place at) in RouteDestinations.Of(value.Resource.Spec, place))
        {
            if (destination.Subset is { Length: > 0 } subset && !subsets.Has(destination.Host ?? "", subset, place.Key))
            {
                at.Field("subset").Report(Descriptor, destination.Host, subset);
            }
        }
    }
}
