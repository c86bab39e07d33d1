using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>Old TLS takes old ciphers.</summary>
internal sealed class OldTlsHasCiphers : Rule<ServerTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2530",
        DiagnosticSeverity.Warning,
        "minProtocolVersion is {0} and cipherSuites is empty, and the default has no suite for versions below 1.2.",
        "Set minProtocolVersion to TLSV1_2, or give cipherSuites.");

    public override string VectorId => "GW-TLS-OLD-VERSION-CIPHERS";

    public override void Check(ServerTlsSettings value, Place place)
    {
        if (value.MinProtocolVersion is TlsProtocol.Tls10 or TlsProtocol.Tls11 && value.CipherSuites.Count == 0)
        {
            place.Field("minProtocolVersion").Report(Descriptor, value.MinProtocolVersion == TlsProtocol.Tls10 ? "TLSV1_0" : "TLSV1_1");
        }
    }
}
