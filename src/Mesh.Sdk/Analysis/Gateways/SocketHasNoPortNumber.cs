using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>A Unix socket has no port number.</summary>
internal sealed class SocketHasNoPortNumber : Rule<Server>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2518",
        DiagnosticSeverity.Error,
        "bind is '{0}', a Unix socket, and the port is {1}.",
        "Set port.number to 0.");

    public override string VectorId => "GW-BIND-PORT";

    public override void Check(Server value, Place place)
    {
        if (UnixAddress.IsUnix(value.Bind ?? "") && value.Port is { } port && port.Number != 0)
        {
            place.Field("port").Field("number").Report(Descriptor, value.Bind, port.Number);
        }
    }
}
