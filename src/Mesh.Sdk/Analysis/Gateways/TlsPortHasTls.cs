using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>A port of HTTPS or TLS has TLS settings.</summary>
internal sealed class TlsPortHasTls : Rule<Server>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2519",
        DiagnosticSeverity.Error,
        "The protocol of port {0} is '{1}' and tls is not set.",
        "Set tls, such as mode SIMPLE with credentialName, or AUTO_PASSTHROUGH for an east-west gateway.");

    public override string VectorId => "GW-TLS-REQUIRED";

    public override void Check(Server value, Place place)
    {
        if (value.Tls is null && value.Port is { } port && IstioProtocol.IsTlsLike(port.Protocol))
        {
            place.Field("tls").Report(Descriptor, port.Number, port.Protocol);
        }
    }
}
