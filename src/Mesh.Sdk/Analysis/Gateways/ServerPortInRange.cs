using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>The port of a server is 1 to 65535.</summary>
internal sealed class ServerPortInRange : Rule<BoundPort>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2512",
        DiagnosticSeverity.Error,
        "The port is {0}, and ports are 1 to 65535; 0 is for a Unix socket.",
        "Set number to a port.");

    public override string VectorId => "GW-PORT-NUMBER";

    public override void Check(BoundPort value, Place place)
    {
        if (!IstioFormats.IsPort(value.Port.Number) && (value.Port.Number != 0 || !UnixAddress.IsUnix(value.Bind)))
        {
            place.Field("number").Report(Descriptor, value.Port.Number);
        }
    }
}
