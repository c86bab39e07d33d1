using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>Who is resolved while requests come in speaks a protocol that names the host.</summary>
internal sealed class DynamicProtocolNamesHost : Rule<ServiceEntrySpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2427",
        DiagnosticSeverity.Error,
        "resolution is DYNAMIC_DNS and the protocol of port {0} is '{1}', and Istio wants HTTP, HTTP2, GRPC or TLS.",
        "Set protocol to HTTP, HTTP2, GRPC or TLS.");

    public override string VectorId => "SE-DYNAMIC-DNS-PROTOCOL";

    public override void Check(ServiceEntrySpec value, Place place)
    {
        for (int i = 0; i < value.Ports.Count; i++)
        {
            if (value.Ports[i] is { } port && !IstioProtocol.NamesHost(port.Protocol))
            {
                place.Field("ports").Item(i).Field("protocol").Report(Descriptor, port.Number, port.Protocol);
            }
        }
    }
}
