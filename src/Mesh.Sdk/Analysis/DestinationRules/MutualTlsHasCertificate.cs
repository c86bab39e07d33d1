using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Mutual TLS takes a certificate of the client.</summary>
internal sealed class MutualTlsHasCertificate : Rule<ClientTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2294",
        DiagnosticSeverity.Error,
        "mode is MUTUAL and neither credentialName nor clientCertificate is set.",
        "Set credentialName or clientCertificate; mode ISTIO_MUTUAL takes neither.");

    public override string VectorId => "TLS-MUTUAL-CERT";

    public override void Check(ClientTlsSettings value, Place place)
    {
        if (value.Mode == ClientTlsSettingsMode.Mutual && string.IsNullOrEmpty(value.CredentialName) && string.IsNullOrEmpty(value.ClientCertificate))
        {
            place.Field("clientCertificate").Report(Descriptor);
        }
    }
}
