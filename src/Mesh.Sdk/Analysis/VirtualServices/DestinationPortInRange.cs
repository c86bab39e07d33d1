using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The port of a destination is a port.</summary>
internal sealed class DestinationPortInRange : Rule<Destination>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2378",
        DiagnosticSeverity.Error,
        "The port of the destination is {0}, and ports are 1 to 65535.",
        "Give 'port.number' as in the Service, or leave 'port' out if it has one port only.");

    public override string VectorId => "VS-DESTINATION-PORT";

    public override void Check(Destination value, Place place)
    {
        if (value.Port is { } port && !IstioFormats.IsPort(port.Number ?? 0))
        {
            place.Field("port").Report(Descriptor, port.Number ?? 0);
        }
    }
}
