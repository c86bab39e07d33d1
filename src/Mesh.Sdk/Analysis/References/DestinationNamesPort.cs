using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>A destination of several ports says which.</summary>
internal sealed class DestinationNamesPort : Rule<InContext<VirtualService>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2812",
        DiagnosticSeverity.Error,
        "'{0}' has the ports {1}, and the destination names none of them.",
        "Set port.number.") { IstioCode = "IST0112" };

    public override void Check(InContext<VirtualService> value, Place place)
    {
        foreach ((Destination destination, Place at) in RouteDestinations.Of(value.Resource.Spec, place))
        {
            if (KnownHosts.Of(value.Context).Find(destination.Host ?? "", place.Key, value.Resource.Spec!.ExportTo) is { Ports.Count: > 1 } known && destination.Port is null)
            {
                at.Report(Descriptor, destination.Host, string.Join(", ", known.Ports));
            }
        }
    }
}
