using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>A server that ends TLS has a private key.</summary>
internal sealed class ServerHasKey : Rule<TlsCertificate>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2539",
        DiagnosticSeverity.Error,
        "The mode ends TLS here, and neither credentialName nor privateKey is set.",
        "Set credentialName, or privateKey.");

    public override string VectorId => "GW-TLS-PRIVATE-KEY";

    public override void Check(TlsCertificate value, Place place)
    {
        if (string.IsNullOrEmpty(value.PrivateKey))
        {
            place.Field("privateKey").Report(Descriptor);
        }
    }
}
