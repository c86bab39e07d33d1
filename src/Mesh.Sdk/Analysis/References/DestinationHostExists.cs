using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>A destination is a service that is known where the VirtualService stands.</summary>
internal sealed class DestinationHostExists : Rule<InContext<VirtualService>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2801",
        DiagnosticSeverity.Error,
        "No Service and no ServiceEntry that is visible here has the host '{0}', so requests sent there fail.",
        "Correct the host, or add the Service or ServiceEntry.") { IstioCode = "IST0101" };

    public override void Check(InContext<VirtualService> value, Place place)
    {
        foreach ((Destination destination, Place at) in RouteDestinations.Of(value.Resource.Spec, place))
        {
            if (KnownHosts.Of(value.Context).Find(destination.Host ?? "", place.Key, value.Resource.Spec!.ExportTo) is null)
            {
                at.Field("host").Report(Descriptor, destination.Host);
            }
        }
    }
}
