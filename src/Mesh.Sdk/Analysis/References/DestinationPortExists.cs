using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>A destination names a port that the service has.</summary>
internal sealed class DestinationPortExists : Rule<InContext<VirtualService>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2880",
        DiagnosticSeverity.Error,
        "'{0}' has no port {1}; it has {2}.",
        "Give one of its ports.") { IstioCode = "IST0101" };

    public override void Check(InContext<VirtualService> value, Place place)
    {
        foreach ((Destination destination, Place at) in RouteDestinations.Of(value.Resource.Spec, place))
        {
            if (KnownHosts.Of(value.Context).Find(destination.Host ?? "", place.Key, value.Resource.Spec!.ExportTo) is { } known && destination.Port is { } port && !known.Ports.Contains(port.Number ?? 0))
            {
                at.Field("port").Field("number").Report(Descriptor, destination.Host, port.Number ?? 0, known.Ports.Count == 0 ? "none" : string.Join(", ", known.Ports));
            }
        }
    }
}
