using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>The protocol of a port is one that Istio knows.</summary>
internal sealed class ListenerProtocolIsKnown : Rule<SidecarPort>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2607",
        DiagnosticSeverity.Error,
        "'{0}' is not a protocol that Istio knows.",
        "Give one of HTTP, HTTP2, HTTP_PROXY, GRPC, GRPC-Web, HTTPS, TLS, TCP, UDP, Mongo, Redis, MySQL.");

    public override void Check(SidecarPort value, Place place)
    {
        if (!string.IsNullOrEmpty(value.Protocol) && !IstioProtocol.IsKnown(value.Protocol))
        {
            place.Field("protocol").Report(Descriptor, value.Protocol);
        }
    }
}
