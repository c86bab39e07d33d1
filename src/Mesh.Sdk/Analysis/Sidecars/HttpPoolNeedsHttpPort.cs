using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>Limits of HTTP need a port with HTTP.</summary>
internal sealed class HttpPoolNeedsHttpPort : Rule<IstioIngressListener>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2615",
        DiagnosticSeverity.Warning,
        "The listener limits HTTP requests, but its port {0} has the protocol '{1}', so only the TCP limits count.",
        "Give the port a protocol of HTTP, or remove 'connectionPool.http'.");

    public override void Check(IstioIngressListener value, Place place)
    {
        if (value.ConnectionPool?.Http is not null && value.Port is { } port && !IstioProtocol.IsHttpLike(port.Protocol))
        {
            place.Field("connectionPool").Field("http").Report(Descriptor, port.Number ?? 0, port.Protocol);
        }
    }
}
