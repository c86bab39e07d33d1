using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>The port of a listener is a port.</summary>
internal sealed class ListenerPortInRange : Rule<SidecarListener>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2608",
        DiagnosticSeverity.Error,
        "The port of the listener is {0}, and ports are 1 to 65535.",
        "Give such a port; only outbound listeners on a socket have the port 0.");

    public override void Check(SidecarListener value, Place place)
    {
        if (!value.IsSocket && !IstioFormats.IsPort(value.Number))
        {
            place.Field("port").Field("number").Report(Descriptor, value.Number);
        }
    }
}
