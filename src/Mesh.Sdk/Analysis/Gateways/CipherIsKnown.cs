using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>Cipher suites are ones that Envoy knows.</summary>
internal sealed class CipherIsKnown : Rule<ServerTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2531",
        DiagnosticSeverity.Warning,
        "The cipher suite '{0}' is not known and is ignored.",
        "Give the name that OpenSSL uses, such as ECDHE-RSA-AES128-GCM-SHA256.");

    public override string VectorId => "GW-TLS-INVALID-CIPHER";

    public override void Check(ServerTlsSettings value, Place place)
    {
        for (int i = 0; i < value.CipherSuites.Count; i++)
        {
            if (!CipherSuites.IsKnown(value.CipherSuites[i] ?? ""))
            {
                place.Field("cipherSuites").Item(i).Report(Descriptor, value.CipherSuites[i]);
            }
        }
    }
}
