using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>A server that ends TLS has a certificate.</summary>
internal sealed class ServerHasCertificate : Rule<TlsCertificate>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2538",
        DiagnosticSeverity.Error,
        "The mode ends TLS here, and neither credentialName nor serverCertificate is set.",
        "Set credentialName, or serverCertificate.");

    public override string VectorId => "GW-TLS-SERVER-CERT";

    public override void Check(TlsCertificate value, Place place)
    {
        if (string.IsNullOrEmpty(value.ServerCertificate))
        {
            place.Field("serverCertificate").Report(Descriptor);
        }
    }
}
