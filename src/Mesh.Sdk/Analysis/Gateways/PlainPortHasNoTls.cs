using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>A port without TLS has no TLS settings.</summary>
internal sealed class PlainPortHasNoTls : Rule<Server>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2520",
        DiagnosticSeverity.Error,
        "tls is set and the protocol of port {0} is '{1}', which is not encrypted.",
        "Set protocol to HTTPS or TLS, or leave tls out; for HTTP it may hold httpsRedirect alone.");

    public override string VectorId => "GW-TLS-ON-PLAINTEXT";

    public override void Check(Server value, Place place)
    {
        if (value.Tls is not { } tls || value.Port is not { } port || IstioProtocol.IsTlsLike(port.Protocol))
        {
            return;
        }

        bool passesThrough = tls.Mode is null or ServerTlsMode.Passthrough or ServerTlsMode.AutoPassthrough;
        bool hasFiles = !string.IsNullOrEmpty(tls.CaCertificates) || !string.IsNullOrEmpty(tls.PrivateKey) || !string.IsNullOrEmpty(tls.ServerCertificate);
        if (!IstioProtocol.IsHttpLike(port.Protocol) || !passesThrough || hasFiles)
        {
            place.Field("tls").Report(Descriptor, port.Number, port.Protocol);
        }
    }
}
