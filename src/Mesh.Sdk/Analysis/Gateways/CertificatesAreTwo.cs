using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>A server has up to two certificates.</summary>
internal sealed class CertificatesAreTwo : Rule<ServerTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2537",
        DiagnosticSeverity.Warning,
        "tlsCertificates has {0} entries, and Istio supports two, one for RSA and one for ECDSA.",
        "Keep two entries in tlsCertificates.");

    public override string VectorId => "GW-TLS-TOO-MANY-CERTS";

    public override void Check(ServerTlsSettings value, Place place)
    {
        if (value.TlsCertificates.Count > 2)
        {
            place.Field("tlsCertificates").Report(Descriptor, value.TlsCertificates.Count);
        }
    }
}
