using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Certificates come from a Secret or from files.</summary>
internal sealed class CredentialOrFiles : Rule<ClientTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2293",
        DiagnosticSeverity.Error,
        "credentialName is '{0}' and {1} is set, too.",
        "Leave credentialName out, or clientCertificate, privateKey, caCertificates and caCrl.");

    public override string VectorId => "TLS-CREDENTIAL-CONFLICT";

    public override void Check(ClientTlsSettings value, Place place)
    {
        if (value.Mode is ClientTlsSettingsMode.Simple or ClientTlsSettingsMode.Mutual
            && !string.IsNullOrEmpty(value.CredentialName)
            && TlsFields.FirstSet(
                ("clientCertificate", !string.IsNullOrEmpty(value.ClientCertificate)),
                ("privateKey", !string.IsNullOrEmpty(value.PrivateKey)),
                ("caCertificates", !string.IsNullOrEmpty(value.CaCertificates)),
                ("caCrl", !string.IsNullOrEmpty(value.CaCrl))) is { } field)
        {
            place.Field(field).Report(Descriptor, value.CredentialName, field);
        }
    }
}
