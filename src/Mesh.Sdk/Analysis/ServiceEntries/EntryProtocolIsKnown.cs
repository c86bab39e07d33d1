using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>The protocol of a port is one that Istio knows.</summary>
internal sealed class EntryProtocolIsKnown : Rule<ServicePort>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2414",
        DiagnosticSeverity.Error,
        "The protocol is '{0}', which Istio does not know.",
        "Set protocol to one of HTTP, HTTP2, HTTP_PROXY, GRPC, GRPC-Web, HTTPS, TLS, TCP, UDP, Mongo, Redis and MySQL.");

    public override string VectorId => "SE-PORT-PROTOCOL";

    public override void Check(ServicePort value, Place place)
    {
        if (value.Protocol is { Length: > 0 } protocol && !IstioProtocol.IsKnown(protocol))
        {
            place.Field("protocol").Report(Descriptor, protocol);
        }
    }
}
