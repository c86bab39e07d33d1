using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>The protocol of a server is one that Istio knows.</summary>
internal sealed class ServerProtocolIsKnown : Rule<BoundPort>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2511",
        DiagnosticSeverity.Error,
        "The protocol is '{0}', which Istio does not know.",
        "Set protocol to one of HTTP, HTTPS, HTTP2, GRPC, GRPC-Web, TLS, TCP, Mongo, Redis and MySQL.");

    public override string VectorId => "GW-PORT-PROTOCOL";

    public override void Check(BoundPort value, Place place)
    {
        if (!IstioProtocol.IsKnown(value.Port.Protocol))
        {
            place.Field("protocol").Report(Descriptor, value.Port.Protocol);
        }
    }
}
